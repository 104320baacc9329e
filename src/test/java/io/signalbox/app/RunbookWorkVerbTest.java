package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Working through a runbook without a window: skip, pause, resume, progress; real sshd. */
class RunbookWorkVerbTest {
  private static final String TEXT =
      """
      # Both

      ```bash {target=box-a,box-b}
      echo "in $HOME"
      ```

      ```bash {needs=1 target=box-a verify="test -e %1$s/done"}
      touch %1$s/done
      ```

      ```json
      {}
      ```

      ```bash {target=box-b}
      echo last
      ```
      """;

  @TempDir Path folder;
  @AutoClose private RunbookRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new RunbookRig(folder, TEXT);
  }

  private JsonNode step(int number) throws IOException {
    return json(rig.verb("progress")).get("steps").get(number - 1);
  }

  @Test
  void aStepOfTwoMachinesIsDoneOnBothOnlyAndARunSaysThatItIsARunbooks() throws Exception {
    assertThat(step(1).get("state").asString()).isEqualTo("pending");
    assertThat(rig.verb("run", "--step", "1", "--host", "box-a").code()).isZero();
    JsonNode half = step(1);
    assertThat(half.get("state").asString()).isEqualTo("half done");
    assertThat(half.get("missing").toString()).isEqualTo("[\"box-b\"]");
    String[] change = {"--step", "2", "--confirm", "shop/box-a", "--reason", "drill"};
    Run gated = rig.verb("run", change);
    assertThat(gated.code()).isEqualTo(3);
    assertThat(json(gated).get("error").asString()).contains("half done: not on box-b");
    assertThat(rig.verb("run", "--step", "1", "--host", "box-b").code()).isZero();
    JsonNode both = step(1);
    assertThat(both.get("state").asString()).isEqualTo("ok");
    assertThat(both.get("hosts").get(0).get("output").toString())
        .contains(rig.base.hosts().first().home().toString());
    assertThat(both.get("hosts").get(1).get("output").toString())
        .contains(rig.base.hosts().second().home().toString());
    assertThat(both.get("again").asString()).contains("on box-a, box-b, run again?");
    Run changed = rig.verb("run", change);
    assertThat(changed.code()).as(changed.out()).isZero();
    Run runs = rig.base.verb("ana", "runs", "--profile", rig.base.profile().toString(), "--json");
    assertThat(json(runs).get(0).get("action").asString()).isEqualTo("runbook");
  }

  @Test
  void skippedPausedAndTakenUpAgainWithAReasonOnRecord() throws Exception {
    assertThat(rig.verb("skip", "--step", "1").code()).isEqualTo(2);
    assertThat(rig.verb("skip", "--step", "1", "--reason", " ").code()).isEqualTo(2);
    assertThat(rig.verb("skip", "--step", "9", "--reason", "x").code()).isEqualTo(2);
    assertThat(rig.verb("skip", "--step", "3", "--reason", "x").err()).contains("read, not run");
    Run skipped = rig.verb("skip", "--step", "1", "--reason", "seen in the dashboard");
    assertThat(skipped.code()).as(skipped.err()).isZero();
    assertThat(json(skipped).get("next").asInt()).isEqualTo(2);
    assertThat(step(1).get("state").asString()).isEqualTo("skipped");
    assertThat(step(1).get("words").asString()).isEqualTo("seen in the dashboard");
    assertThat(journal()).anyMatch(line -> line.contains("seen in the dashboard"));

    assertThat(json(rig.verb("pause")).get("paused").asBoolean()).isTrue();
    Run held = rig.verb("run", "--step", "4");
    assertThat(held.code()).isEqualTo(3);
    assertThat(json(held).get("error").asString()).contains("paused");
    assertThat(step(4).get("obstacle").asString()).contains("paused");
    assertThat(json(rig.verb("resume")).get("paused").asBoolean()).isFalse();
    assertThat(rig.verb("run", "--step", "4").code()).isZero();
    Run text =
        rig.base.verb(
            "ana",
            "runbook",
            "progress",
            rig.file.toString(),
            "--profile",
            "" + rig.base.profile());
    assertThat(text.out()).contains("skipped").contains("seen in the dashboard").contains("1 of 3");
    assertThat(rig.verb("progress", "--unknown").code()).isEqualTo(2);
  }

  private List<String> journal() throws IOException {
    try (Stream<Path> files = Files.walk(rig.base.home("ana"))) {
      Path journal =
          files
              .filter(one -> one.getFileName().toString().matches("journal-.*\\.jsonl"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(journal);
    }
  }
}
