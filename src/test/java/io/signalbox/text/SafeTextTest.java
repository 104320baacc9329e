package io.signalbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafeTextTest {
  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("colours go", "\u001b[1;31mred\u001b[0m", "red"),
        Arguments.of("titles go", "a\u001b]0;owned\u0007b", "a\u241bb"),
        Arguments.of("titles with ST go", "a\u001b]0;owned\u001b\\b", "a\u241bb"),
        Arguments.of("device control goes", "a\u001bPq#0\u001b\\b", "a\u241bb"),
        Arguments.of("one-byte CSI goes", "a\u009b2Jb", "a\u241bb"),
        Arguments.of("charset selection goes", "a\u001b(Bb", "ab"),
        Arguments.of("cursor moves go", "a\u001b[10Ab", "a\u241bb"),
        Arguments.of("an open string hides nothing", "a\u001b]0;rest", "a\u241b0;rest"),
        Arguments.of("bell is a picture", "a\u0007b", "a\u2407b"),
        Arguments.of("tab stays", "a\tb", "a\tb"),
        Arguments.of("progress shows its last", "10%\r50%\r100%", "100%"),
        Arguments.of("a DOS line end goes", "done\r", "done"),
        Arguments.of("bidi is visible", "a\u202eb", "a⟨U+202E⟩b"),
        Arguments.of("zero width is visible", "a\u200bb", "a⟨U+200B⟩b"),
        Arguments.of("C1 is visible", "a\u0085b", "a⟨U+0085⟩b"),
        Arguments.of("delete is a picture", "a\u007fb", "a\u2421b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void F33_hostileTextIsMadeHarmless(String what, String raw, String shown) {
    assertThat(SafeText.line(raw)).as(what).isEqualTo(shown);
  }

  @Test
  void aLongLineIsCutAndSaysSo() {
    String line = SafeText.line("x".repeat(10_000));
    assertThat(line).startsWith("xxx").endsWith("(1808 more characters)");
    assertThat(SafeText.line("x".repeat(SafeText.MAX_LINE - 1) + "\ud834\udd1e"))
        .doesNotContain("\ufffd");
  }

  @Test
  void F34_whatIsAgreedToIsShownWholeWithAllThatWouldWorkInIt() {
    assertThat(SafeText.exact("rm -rf x\rls \u001b[31mred\u009b2J\n\tb\u202ec"))
        .isEqualTo("rm -rf x\u240dls \u241b[31mred⟨U+009B⟩2J\n\tb⟨U+202E⟩c");
    assertThat(SafeText.exact("x".repeat(100_000))).hasSize(100_000);
  }

  @Test
  void F32_F34_noInputLeavesAControlOrAnInvisibleCharacter() {
    Random random = new Random(20260105);
    for (int i = 0; i < 40_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      for (int at = 0; at < bytes.length; at++) {
        if (random.nextInt(6) == 0) {
          bytes[at] = (byte) "\u001b[]P\\;m?0\r\u0007".charAt(random.nextInt(11));
        }
      }
      String raw =
          new String(bytes, i % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
      String shown = SafeText.line(raw);
      assertThat(shown.codePoints().filter(SafeTextTest::harmful).toArray()).as(raw).isEmpty();
    }
  }

  private static boolean harmful(int point) {
    int type = Character.getType(point);
    return (type == Character.CONTROL && point != '\t')
        || type == Character.FORMAT
            && (point < 0x600 || point > 0x8e2)
            && point != 0x110bd
            && point != 0x110cd
            && (point < 0x13430 || point > 0x1343f)
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  @Test
  void chunkBordersChangeNothing() {
    String text = "one \u001b[31mré\u001b[0md\nghp_0123456789abcdef\u001b[0m0123 end\n\nlast€";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> whole = feed(bytes, bytes.length);
    assertThat(whole).containsExactly("one réd", "*** end", "", "last€");
    for (int size = 1; size < 12; size++) {
      assertThat(feed(bytes, size)).isEqualTo(whole);
    }
  }

  private static List<String> feed(byte[] bytes, int size) {
    List<String> lines = new ArrayList<>();
    try (LineFeed feed = new LineFeed(lines::add)) {
      for (int at = 0; at < bytes.length; at += size) {
        feed.feed(bytes, at, Math.min(size, bytes.length - at));
      }
    }
    return lines;
  }

  @Test
  void F31_aLineWithoutEndIsBounded() {
    List<String> lines = new ArrayList<>();
    byte[] chunk = "y".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    try (LineFeed feed = new LineFeed(lines::add)) {
      for (int i = 0; i < 64; i++) {
        feed.feed(chunk, 0, chunk.length);
      }
    }
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .startsWith("yyyy")
        .endsWith("more bytes)")
        .hasSizeLessThan(SafeText.MAX_LINE + 100);
  }
}
