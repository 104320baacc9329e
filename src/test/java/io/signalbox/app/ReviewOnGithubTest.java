package io.signalbox.app;

import static io.signalbox.app.FailoverRig.B;
import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.GithubRig;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A failover whose second person says yes, or no, in a review on GitHub. */
class ReviewOnGithubTest {
  @TempDir Path folder;
  private FailoverRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new FailoverRig(folder);
    rig.edit(
        "readOnly: false }",
        """
        readOnly: false,
            approvers: [{ name: ben, github: ben-gh }],
            review: { repository: acme/shop, workflow: approval.yml } }\
        """);
    rig.primaryDies();
    rig.github.run("deploy.yml", "self-hosted", "production", "primary");
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static String hash(JsonNode approval) {
    String command = approval.get("onGithub").asString();
    return command.substring(command.indexOf("hash=") + 5);
  }

  @Test
  void theReviewOfARunWithThePlansHashLetsItThrough() throws Exception {
    Run asked = rig.confirmed("failover", B);
    assertThat(asked.code()).as(asked.out() + asked.err()).isEqualTo(3);
    JsonNode approval = json(asked).get("approval");
    assertThat(approval.get("onGithub").asString())
        .startsWith("gh workflow run approval.yml --repo acme/shop");
    String id = json(asked).get("plan").get("id").asString();
    GithubRig.Run run = rig.github.run("approval.yml", "nobody-has-this");
    run.title = "Signalbox approval " + hash(approval);
    Run early = rig.confirmed("failover", B, "--approval", id);
    assertThat(early.code()).as(early.out() + early.err()).isEqualTo(3);
    assertThat(early.out()).contains("no answer yet");
    rig.github.records().review(run, "ben-gh", "rejected", "signalbox-approval", "not now");
    Run refused = rig.confirmed("failover", B, "--approval", id);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).contains("ben rejected it on GitHub: not now");
    assertThat(rig.github.writes()).as("nothing was changed so far").isEmpty();
    GithubRig.Run second = rig.github.run("approval.yml", "nobody-has-this");
    second.title = run.title;
    rig.github.records().review(second, "ben-gh", "approved", "signalbox-approval", "");
    Run done = rig.confirmed("failover", B, "--approval", id);
    assertThat(done.code()).as(done.out() + done.err()).isZero();
    assertThat(rig.journal("ana")).contains("approved by ben");
    assertThat(rig.standIn.labels).contains("primary");
    Run again = rig.confirmed("failover", B, "--approval", id);
    assertThat(again.code()).as("an approval is used once").isEqualTo(3);
  }

  @Test
  void whereNobodyCouldAnswerItIsSaidAtOnce() throws Exception {
    rig.edit("approvers: [{ name: ben, github: ben-gh }]", "approvers: [{ name: ben }]");
    Run asked = rig.confirmed("failover", B);
    assertThat(asked.code()).isEqualTo(3);
    assertThat(asked.out())
        .contains("could answer")
        .contains("`ssh` key")
        .contains("break the glass");
    assertThat(rig.github.writes()).isEmpty();
  }
}
