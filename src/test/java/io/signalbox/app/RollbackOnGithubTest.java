package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.GithubRig;
import io.signalbox.rig.GithubRig.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a rollback writes to GitHub, on real ansible-core; GitHub is simulated. */
@ExtendWith(RollbackRig.Shared.class)
class RollbackOnGithubTest {
  private RollbackRig rig;
  private final GithubRig github = new GithubRig();

  @BeforeEach
  void start(RollbackRig shared) throws Exception {
    rig = shared;
    rig.fresh();
    rig.bring("");
    rig.github(github.url());
  }

  @AfterEach
  void stop() {
    github.close();
  }

  private static String said(Run run, String what) {
    List<String> all = new ArrayList<>();
    for (JsonNode one : json(run).get("evidence")) {
      if (one.get("what").asString().equals(what)) {
        all.add(one.toString());
      }
    }
    assertThat(all).as(run.out()).hasSize(1);
    return all.getFirst();
  }

  @Test
  void issueAndDeploymentSayWhatCameOfItAndOnlyThat() throws Exception {
    github.records().ref("1.4.1");
    rig.playbook(
        "says.yml",
        "- hosts: app\n  gather_facts: false\n  tasks:\n"
            + "    - ansible.builtin.debug: { msg: ROLLBACK COMPLETED }\n");
    Run says = rig.previewed("1.4.1");
    assertThat(says.code()).as(says.out() + says.err()).isEqualTo(1);
    assertThat(github.records().states()).containsExactly("in_progress", "failure");
    rig.bring("");
    Run run = rig.previewed("1.4.1");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(json(run).get("plan").get("commands").toString())
        .contains("POST", "/repos/acme/shop/issues", "/repos/acme/shop/deployments")
        .contains("/repos/acme/shop/deployments/{deployment}/statuses");
    assertThat(github.records().states()).containsExactly("in_progress", "success");
    JsonNode deployment = github.records().deployments().getLast();
    assertThat(deployment.get("task").asString()).isEqualTo("rollback");
    assertThat(deployment.get("environment").asString()).isEqualTo("shop");
    assertThat(deployment.get("ref").asString()).isEqualTo("1.4.1");
    assertThat(github.records().issues()).hasSize(2);
    assertThat(github.records().issues().getFirst().get("title").asString())
        .contains("FAILED_VERIFY", "INC-7");
    assertThat(github.records().issues().getLast().get("body").asString())
        .contains("INC-7", "it fails", "1.5.0 → 1.4.1", "SUCCEEDED_VERIFIED")
        .contains("Run: " + json(run).get("run").asString())
        .doesNotContain("{run}", "{verdict}");
    assertThat(said(run, "GitHub issue")).contains("proved", "issue 2 in acme/shop");
    assertThat(said(run, "GitHub deployment status")).contains("proved", "is success");
    assertThat(github.writes()).hasSize(8).noneMatch(one -> one.contains("ghp_canary"));
  }

  @Test
  void whatGithubRefusesOrLosesIsSaidAndChangesNoVerdict() throws Exception {
    github.trouble("POST .*/issues", Trouble.CUT_AFTER);
    Run run = rig.previewed("1.4.1");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(json(run).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
    assertThat(said(run, "GitHub deployment status"))
        .contains("disproved", "No ref found for: 1.4.1", "branch, tag or commit");
    assertThat(said(run, "GitHub issue")).contains("not readable", "may have been written");
    assertThat(github.writes()).hasSize(2); // neither is asked for twice, and no status of none
    assertThat(github.records().issues()).hasSize(1);
    Run attached =
        rig.verb("attach", json(run).get("run").asString(), "--profile", rig.profile().toString());
    assertThat(attached.err()).contains("GitHub issue: not written by attach");
    assertThat(github.writes()).hasSize(2);
  }
}
