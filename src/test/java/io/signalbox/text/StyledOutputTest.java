package io.signalbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Colours that are kept, and what is not a colour. */
class StyledOutputTest {
  private static final TextStyle RED = TextStyle.PLAIN.withInk(Ink.RED);

  private static List<StyledLine> feed(String... chunks) {
    List<StyledLine> lines = new ArrayList<>();
    try (LineFeed feed = new LineFeed(new SecretFilter(), lines::add)) {
      for (String chunk : chunks) {
        byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
        feed.feed(bytes, 0, bytes.length);
      }
    }
    return lines;
  }

  @Test
  void F33_coloursBecomeSpansAndLastOverLines() {
    assertThat(feed("ok \u001b[3", "1mred\nstill\u001b[0m not\n"))
        .containsExactly(
            new StyledLine("ok red", List.of(new StyleSpan(3, 6, RED))),
            new StyledLine("still not", List.of(new StyleSpan(0, 5, RED))));
  }

  @Test
  void F33_manyColoursBecomeTheFewOfTheTheme() {
    assertThat(styleOf("\u001b[38;5;196mx").ink()).isEqualTo(Ink.RED);
    assertThat(styleOf("\u001b[38;2;20;120;240mx").ink()).isEqualTo(Ink.BLUE);
    assertThat(styleOf("\u001b[38:5:46mx").ink()).isEqualTo(Ink.GREEN);
    assertThat(styleOf("\u001b[1;4;93;44mx"))
        .isEqualTo(new TextStyle(Ink.YELLOW, Ink.BLUE, true, false, true));
    assertThat(styleOf("\u001b[7mx").ground()).isEqualTo(Ink.GREY);
    assertThat(feed("\u001b[8mhidden\u001b[5m?").getFirst())
        .as("nothing is concealed")
        .isEqualTo(StyledLine.plain("hidden?"));
  }

  private static TextStyle styleOf(String text) {
    return feed(text).getFirst().spans().getFirst().style();
  }

  @Test
  void everyStyleSurvivesItsBits() {
    for (int bits = 0; bits < 512; bits++) {
      assertThat(TextStyle.unpack(bits).pack()).isEqualTo(bits);
    }
  }

  @Test
  void F33_clipboardTitleAndLinkSequencesLeaveAPictureOnly() {
    assertThat(feed("a\u001b]52;c;cm0gLXJm\u0007b").getFirst().text()).isEqualTo("a␛b");
    assertThat(feed("\u001b]8;;http://example.com\u001b\\here\u001b]8;;\u001b\\").getFirst().text())
        .isEqualTo("␛here␛");
    assertThat(feed("TASK [\u001b[2J\u001b[1;1Hpwned]").getFirst().text())
        .isEqualTo("TASK [␛␛pwned]");
    assertThat(feed("done\u001b[K\u001b(B\u001b[m").getFirst().text()).isEqualTo("done");
  }

  @Test
  void F33_aSequenceWithoutEndIsShownNotSwallowed() {
    String open = "\u001b]0;" + "x".repeat(5000) + "\u0007after";
    assertThat(feed(open).getFirst().text()).startsWith("␛0;xxx").endsWith("x␇after");
    assertThat(feed("\u001b[" + "1;".repeat(3000) + "mafter").getFirst().text())
        .startsWith("␛1;1;")
        .endsWith(";mafter");
  }

  @Test
  void F32_badBytesAreReplacedAndNulIsAPicture() {
    List<StyledLine> lines = new ArrayList<>();
    byte[] bytes = {'a', (byte) 0xff, 0, (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'b', '\n'};
    try (LineFeed feed = new LineFeed(new SecretFilter(), lines::add)) {
      feed.feed(bytes, 0, bytes.length);
    }
    assertThat(lines.getFirst().text()).startsWith("a\ufffd␀\ufffd").endsWith("b");
    assertThat(SafeText.line("x\ud800y")).isEqualTo("x\ufffdy");
  }

  @Test
  void F33_anyBytesInAnyChunksGiveTheSameLinesWithOrderlySpans() {
    Random random = new Random(20260331);
    String often = "\u001b[]P\\;m310\r\u0007\n\u009b";
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        if (random.nextBoolean()) {
          bytes[i] = (byte) often.charAt(random.nextInt(often.length()));
        }
      }
      List<StyledLine> whole = inChunks(bytes, bytes.length + 1);
      assertThat(inChunks(bytes, 1 + random.nextInt(9))).isEqualTo(whole);
      for (StyledLine line : whole) {
        int at = 0;
        for (StyleSpan span : line.spans()) {
          assertThat(span.from()).isGreaterThanOrEqualTo(at).isLessThan(span.to());
          at = span.to();
        }
        assertThat(at).isLessThanOrEqualTo(line.text().length());
        assertThat(line.text().chars().filter(c -> c < 0x20 && c != '\t').count()).isZero();
      }
    }
  }

  private static List<StyledLine> inChunks(byte[] bytes, int size) {
    List<StyledLine> lines = new ArrayList<>();
    try (LineFeed feed = new LineFeed(new SecretFilter(), lines::add)) {
      for (int at = 0; at < bytes.length; at += size) {
        feed.feed(bytes, at, Math.min(size, bytes.length - at));
      }
    }
    return lines;
  }
}
