package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import io.signalbox.journal.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb host-key: what it prints, what it records, and how it ends. */
class HostKeyVerbTest {
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  @TempDir Path home;
  @AutoClose private DemoRig demo;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.CALM, home);
  }

  private Run hostKey(String host, String... more) {
    List<String> words = new ArrayList<>(List.of("--host", host));
    words.addAll(List.of(more));
    return demo.verb("host-key", words.toArray(String[]::new));
  }

  private Path known() {
    return home.resolve("ssh/known_hosts");
  }

  @Test
  void aKnownKeyIsSaidToBeKnown() {
    Run run = hostKey("runner-b");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("is known");
  }

  @Test
  void anUnknownKeyIsPrintedAndRecordedOnlyAgainstTheRightFingerprint() throws Exception {
    Files.writeString(known(), "");
    Run shown = hostKey("runner-b");
    assertThat(shown.code()).isZero();
    Matcher print = FINGERPRINT.matcher(shown.out());
    assertThat(print.find()).isTrue();
    assertThat(Files.readString(known())).isEmpty();
    Run wrong = hostKey("runner-b", "--agree", "SHA256:" + "A".repeat(43));
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err()).contains("nothing was recorded");
    assertThat(Files.readString(known())).isEmpty();
    Run right = hostKey("runner-b", "--agree", print.group());
    assertThat(right.code()).as(right.err()).isZero();
    assertThat(right.out()).contains("recorded in " + known());
    assertThat(hostKey("runner-b").out()).contains("is known");
    assertThat(JournalReader.read(demo.surroundings.folders().state()))
        .extracting(entry -> entry.result())
        .containsExactly("", "NOT_RUN", "", "recorded");
  }

  @Test
  void aChangedKeyIsRefusedWhateverFingerprintIsGiven() throws Exception {
    String before = Files.readString(known());
    demo.world.fleet().changeHostKey("runner-b");
    Run shown = hostKey("runner-b");
    assertThat(shown.code()).isEqualTo(3);
    Matcher prints = FINGERPRINT.matcher(shown.err());
    assertThat(prints.results().map(one -> one.group()).distinct()).hasSize(2);
    String presented =
        FINGERPRINT
            .matcher(shown.err().substring(shown.err().indexOf("presented")))
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    assertThat(hostKey("runner-b", "--agree", presented).code()).isEqualTo(3);
    assertThat(Files.readString(known())).isEqualTo(before);
  }

  @Test
  void badUsageEndsWithTwo() {
    assertThat(hostKey("no-such-host").code()).isEqualTo(2);
    assertThat(hostKey("runner-b", "--agree", "MD5:aa").code()).isEqualTo(2);
  }
}
