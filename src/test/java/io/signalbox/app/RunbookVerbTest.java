package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code runbook run} on a real sshd: what runs, what does not, and what each is called. */
class RunbookVerbTest {
  private static final String TEXT =
      """
      # Work

      ```bash
      echo "look at $(hostname)"; cat /proc/loadavg
      ```

      ```json
      {"shown": true}
      ```

      ```bash
      echo <runner-name> '<place>' "<words>"
      ```

      ```bash
      touch %1$s/changed
      ```

      ```bash {verify="test -e %1$s/proved"}
      touch %1$s/proved
      ```

      ```bash {verify="output: ready"}
      echo not yet
      ```

      ```bash {needs=6}
      echo after
      ```

      ```bash
      ssh ops@127.0.0.1 'echo over there'
      ```

      ```bash
      ssh ops@192.0.2.99 'echo nowhere'
      ```

      ```bash {timeout=1s}
      sleep 30
      ```

      ```bash
      rm -rf %1$s/gone
      ```

      ```bash
      ls $NOT_SET_ANYWHERE
      ```

      ```bash {verify="exit:3"}
      exit 3
      ```
      """;

  @TempDir Path folder;
  @AutoClose private RunbookRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new RunbookRig(folder, TEXT);
  }

  private Run run(int step, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("--step", Integer.toString(step)));
    words.addAll(List.of(more));
    return rig.verb("run", words.toArray(String[]::new));
  }

  @Test
  void aLookRunsAtOnceAndItsExitCodeProvesIt() throws Exception {
    Run run = run(1, "--host", "box-a");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(json(run).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
    assertThat(json(run).get("output").toString()).contains("look at ");
    assertThat(json(run).get("plan").get("tier").asInt()).isZero();
    JsonNode shown = json(rig.verb("show"));
    assertThat(shown.get("steps").get(0).get("progress").get("state").asString()).isEqualTo("ok");
    assertThat(shown.get("steps").get(0).get("progress").get("by").asString()).isNotEmpty();
  }

  @Test
  void whatCannotRunSaysWhyAndSendsNothing() throws Exception {
    assertThat(run(2, "--host", "box-a").code()).isEqualTo(3);
    Run open = run(3, "--host", "box-a");
    assertThat(open.code()).isEqualTo(3);
    assertThat(json(open).get("error").asString())
        .contains("runner-name")
        .contains("place")
        .contains("words");
    assertThat(run(3, "--host", "box-a", "--var", "other=1").code()).isEqualTo(2);
    assertThat(run(99, "--host", "box-a").code()).isEqualTo(2);
    assertThat(run(1, "--host", "box-z").code()).isEqualTo(2);
    Run nowhere = run(9);
    assertThat(nowhere.code()).isEqualTo(3);
    assertThat(json(nowhere).get("error").asString()).contains("192.0.2.99");
    assertThat(run(1).code()).isEqualTo(3);
  }

  @Test
  void valuesAreDataWhateverIsInThem() throws Exception {
    String evil = "a'; touch " + folder + "/evil; '$(touch " + folder + "/evil)`id`\"";
    Run run =
        run(
            3,
            "--host",
            "box-a",
            "--var",
            "runner-name=" + evil,
            "--var",
            "place=x",
            "--var",
            "words=" + evil);
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(json(run).get("output").toString()).contains("touch");
    Run option =
        run(
            3,
            "--host",
            "box-a",
            "--var",
            "runner-name=-n",
            "--var",
            "place=x",
            "--var",
            "words=y");
    assertThat(option.code()).isEqualTo(3);
    assertThat(json(option).get("error").asString()).contains("hyphen");
  }

  @Test
  void aChangeGoesByPlanAndConfirmation() throws Exception {
    Run plan = run(4, "--host", "box-a", "--plan");
    assertThat(plan.code()).as(plan.out()).isZero();
    assertThat(json(plan).get("plan").get("confirm").asString()).isEqualTo("shop/box-a");
    assertThat(json(plan).get("plan").get("commands").toString()).contains("/changed");
    assertThat(run(4, "--host", "box-a").code()).isEqualTo(3);
    assertThat(folder.resolve("changed")).doesNotExist();
    String[] confirmed = {"--host", "box-a", "--confirm", "shop/box-a", "--reason", "it hangs"};
    Run changed = run(4, confirmed);
    assertThat(changed.code()).as(changed.out()).isEqualTo(6);
    assertThat(folder.resolve("changed")).exists();
    Run proved = run(5, confirmed);
    assertThat(proved.code()).as(proved.out()).isZero();
    assertThat(json(proved).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
    Files.createDirectories(folder.resolve("gone/deep"));
    Run destructive = run(11, "--host", "box-a", "--plan");
    assertThat(json(destructive).get("plan").get("tier").asInt()).isEqualTo(3);
    assertThat(json(destructive).get("plan").get("consequence").asString()).contains("destructive");
    assertThat(run(11, "--host", "box-a", "--confirm", "shop/box-a").code()).isEqualTo(3);
    assertThat(folder.resolve("gone")).exists();
  }

  @Test
  void aVerificationThatDoesNotHoldFailsAndGatesWhatNeedsIt() throws Exception {
    Run gated = run(7, "--host", "box-a");
    assertThat(gated.code()).isEqualTo(3);
    assertThat(json(gated).get("error").asString()).contains("needs step 6");
    Run failed = run(6, "--host", "box-a");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(json(failed).get("verdict").asString()).isEqualTo("FAILED_VERIFY");
    String text = Files.readString(rig.file).replace("echo not yet", "echo ready now");
    Files.writeString(rig.file, text);
    assertThat(run(7, "--host", "box-a").code()).isEqualTo(3);
    assertThat(run(6, "--host", "box-a").code()).isZero();
    Run after = run(7, "--host", "box-a");
    assertThat(after.code()).as(after.out()).isZero();
  }

  @Test
  void sshIsTheWayToTheTargetAndTheConsolesOwnSessionIsUsed() throws Exception {
    Run either = run(8);
    assertThat(either.code()).isEqualTo(3);
    assertThat(json(either).get("error").asString()).contains("box-a, box-b");
    Run there = run(8, "--host", "box-b");
    assertThat(there.code()).as(there.out()).isZero();
    assertThat(json(there).get("output").toString()).contains("over there");
    assertThat(json(there).get("plan").get("commands").toString()).doesNotContain("ssh");
  }

  @Test
  void timeLimitsUnsetVariablesAndExitCodes() throws Exception {
    Run slow = run(10, "--host", "box-a");
    assertThat(slow.code()).isEqualTo(1);
    assertThat(json(slow).get("error").asString()).contains("longer than it may");
    Run unset = run(12, "--host", "box-a");
    assertThat(unset.code()).isEqualTo(1);
    assertThat(run(13, "--host", "box-a").code()).isZero();
  }

  @Test
  void anEditedFileAsksAgain() throws Exception {
    String hash = json(run(4, "--host", "box-a", "--plan")).get("plan").get("hash").asString();
    Files.writeString(rig.file, Files.readString(rig.file).replace("/changed", "/other"));
    Run edited =
        run(4, "--host", "box-a", "--confirm", "shop/box-a", "--reason", "x", "--plan-hash", hash);
    assertThat(edited.code()).isEqualTo(3);
    assertThat(folder.resolve("other")).doesNotExist();
  }
}
