package io.signalbox.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final int LISTS = 4000;
  private static final String NASTY =
      "'\"\\$`!*?[]{}()<>|&;#~^%= \n\t\r\u0001\u007f-äß€𝄞\u202e\u200bn";

  @TempDir Path folder;

  @Test
  void plainWordsStayReadableAndOthersAreQuoted() {
    assertThat(CommandLine.quote(List.of("sudo", "-n", "systemctl", "restart", "a@b.service")))
        .isEqualTo("sudo -n systemctl restart a@b.service");
    assertThat(CommandLine.quote(List.of("echo", "", "it's", "$HOME", "~", "a b")))
        .isEqualTo("echo '' 'it'\\''s' '$HOME' '~' 'a b'");
  }

  @Test
  void whatNoProcessCanBeGivenIsRefused() {
    assertThatThrownBy(() -> CommandLine.quote(List.of("echo", "a\0b")))
        .hasMessageContaining("NUL");
    assertThatThrownBy(() -> CommandLine.quote(List.of("echo", "\ud800")))
        .hasMessageContaining("Unicode");
    assertThatThrownBy(() -> CommandLine.quote(List.of())).hasMessageContaining("program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/bin/dash", "/bin/bash"})
  void everyArgumentArrivesByteForByte(String shell) throws Exception {
    roundTrip(shell, LISTS, 20260105);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/bin/dash", "/bin/bash"})
  void F38_aHundredThousandListsArriveByteForByte(String shell) throws Exception {
    for (int batch = 0; batch < 10; batch++) {
      roundTrip(shell, 10_000, 20260331 + batch);
    }
  }

  private void roundTrip(String shell, int count, long seed) throws Exception {
    assumeTrue(Files.isExecutable(Path.of(shell)), shell + " is not installed");
    Random random = new Random(seed);
    List<List<String>> lists = new ArrayList<>();
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < count; i++) {
      List<String> argv = new ArrayList<>(List.of("printf", "%s\\0"));
      for (int n = random.nextInt(4); n >= 0; n--) {
        argv.add(argument(random));
      }
      lists.add(argv.subList(2, argv.size()));
      script.append(CommandLine.quote(argv)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("script"), script);
    Process process =
        new ProcessBuilder(shell, file.toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    byte[] bytes = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    List<String> expected = lists.stream().flatMap(List::stream).toList();
    String all = String.join("\0", expected) + "\0";
    assertThat(bytes).isEqualTo(all.getBytes(StandardCharsets.UTF_8));
  }

  private static String argument(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      int point =
          random.nextBoolean()
              ? NASTY.codePointAt(
                  NASTY.offsetByCodePoints(
                      0, random.nextInt(NASTY.codePointCount(0, NASTY.length()))))
              : 1 + random.nextInt(0x10ffff);
      text.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? '\'' : point);
    }
    return text.toString();
  }
}
