package io.signalbox.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arguments that the locale lost. */
class RawArgumentsTest {
  @TempDir Path folder;

  private Path kept(String... words) throws IOException {
    return Files.writeString(folder.resolve("cmdline"), String.join("\0", words) + "\0", UTF_8);
  }

  @Test
  void whatIsWholeIsTakenAsItIs() throws Exception {
    String[] words = {"run", "", "ü"};
    assertThat(RawArguments.of(words, folder.resolve("none"))).contains(words);
  }

  @Test
  void whatWasLostIsReadAgain() throws Exception {
    Path kept = kept("java", "-cp", "x", "Main", "run", "", "grün\n🚦", "\ufffd");
    String[] lost = {"run", "", "gr\ufffd\ufffdn\n\ufffd\ufffd\ufffd\ufffd", "\ufffd"};
    assertThat(RawArguments.of(lost, kept))
        .hasValueSatisfying(
            typed -> assertThat(typed).containsExactly("run", "", "grün\n🚦", "\ufffd"));
  }

  @Test
  void whatIsNoTextOrNotKeptIsRefused() throws Exception {
    String[] lost = {"\ufffd"};
    assertThat(RawArguments.of(lost, folder.resolve("none"))).isEmpty();
    Files.write(folder.resolve("bytes"), new byte[] {'j', 0, (byte) 0xff, 0});
    assertThat(RawArguments.of(lost, folder.resolve("bytes"))).isEmpty();
  }

  @Test
  void aConsoleWithoutALocaleRefusesWhatItCannotReadAndReadsTheRest() throws Exception {
    KillRig rig = new KillRig(folder, true);
    try {
      Path out = folder.resolve("out");
      Process process =
          rig.start(
              null,
              out,
              "run",
              "--profile",
              rig.profile().toString(),
              "--host",
              "box-a",
              "--plan",
              "--",
              "printf",
              "grün 🚦");
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(Files.readString(out)).contains("printf 'grün 🚦'");
    } finally {
      rig.close();
    }
  }
}
