package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalReader;
import io.signalbox.rig.RealSshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a control host there is a moment between its lock and the start on the target: a console is
 * killed in it, while its request is on its way still.
 */
class KilledBeforeStartTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path folder;
  private KillRig rig;
  private Path arrived;
  private Path go;

  @BeforeEach
  void open() throws Exception {
    rig = new KillRig(folder, false);
    Files.writeString(
        rig.profile(),
        "control: { host: box-b, directory: \"" + rig.hosts().controlFolder() + "\" }\n",
        StandardOpenOption.APPEND);
    arrived = folder.resolve("arrived");
    go = folder.resolve("go");
    slowStart(rig.hosts().first());
  }

  /**
   * The first call of mkdir is that of the start: it waits for a word, and leaves its shell's id.
   */
  private void slowStart(RealSshd host) throws Exception {
    host.fake(
        "mkdir",
        """
        if [ ! -e '%1$s' ]; then
          echo $PPID >'%1$s.part'
          mv '%1$s.part' '%1$s'
          until [ -e '%2$s' ]; do sleep 0.1; done
        fi
        exec /bin/mkdir "$@"
        """
            .formatted(arrived, go));
  }

  @AfterEach
  void stop() throws Exception {
    Files.writeString(go, "");
    rig.close();
  }

  private String[] verb(String name, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = name;
    System.arraycopy(more, 0, words, 1, more.length);
    words[more.length + 1] = "--profile";
    words[more.length + 2] = rig.profile().toString();
    return words;
  }

  private String[] run(String host, Path marker) {
    return new String[] {
      "run",
      "--profile",
      rig.profile().toString(),
      "--host",
      host,
      "--confirm",
      "shop/" + host,
      "--reason",
      "test",
      "--",
      "touch",
      marker.toString()
    };
  }

  private String killedOnTheWay(Path marker) throws Exception {
    Process console = rig.start(null, folder.resolve("out"), run("box-a", marker));
    await().atMost(LONG).until(() -> Files.exists(arrived) || !console.isAlive());
    assertThat(console.isAlive()).as(Files.readString(folder.resolve("out"))).isTrue();
    console.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    return JournalReader.read(rig.home("ana").resolve(".local/state/signalbox")).stream()
        .map(JournalEntry::actionId)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Test
  void F21_itsLockIsGivenUpByItsOwnConsoleAndItsStartIsRefused() throws Exception {
    Path marker = folder.resolve("marker");
    String id = killedOnTheWay(marker);
    Path other = folder.resolve("other");
    assertThat(rig.verb("ben", run("box-b", other)).code()).isEqualTo(75);

    Run elsewhere = rig.verb("ben", verb("attach", id));
    assertThat(elsewhere.code()).as(elsewhere.err()).isEqualTo(4);
    assertThat(elsewhere.err()).contains("held by ").contains("signalbox break-lock " + id);
    assertThat(other).doesNotExist();

    // its request is held up there, with its shell: what asks next goes by
    ProcessHandle late =
        ProcessHandle.of(Long.parseLong(Files.readString(arrived).strip())).orElseThrow();
    Run own = rig.verb("ana", verb("attach", id));
    assertThat(own.code()).as(own.err()).isEqualTo(3);
    assertThat(own.err()).contains("never arrived").doesNotContain("could not be given up");
    assertThat(rig.verb("ben", run("box-b", other)).code()).isEqualTo(6);
    assertThat(other).exists();

    Files.writeString(go, "");
    await().atMost(LONG).until(() -> !late.isAlive());
    assertThat(marker).doesNotExist();
    assertThat(rig.hosts().first().home().resolve(".signalbox/runs").resolve(id)).doesNotExist();
  }
}
