package io.signalbox.app;

import static io.signalbox.app.RollbackRig.ended;
import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.AnsibleRig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What can go wrong with any team's playbook, on real ansible-core and three real hosts. */
@ExtendWith(RollbackRig.Shared.class)
class RollbackFaultsTest {
  private RollbackRig rig;

  @BeforeEach
  void fresh(RollbackRig shared) throws Exception {
    rig = shared;
    rig.fresh();
  }

  private void refused(Run run, String... words) throws Exception {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(json(run).get("verdict").asString()).isEqualTo("NOT_RUN");
    assertThat(json(run).get("error").asString()).contains(words);
    assertThat(rig.version(1)).isEqualTo("1.5.0");
  }

  @Test
  void F43_F44_F45_whatIsMissingIsNamedAndNothingIsChanged() throws Exception {
    rig.bring("");
    rig.set("env", "{ PATH: /nonexistent }").write();
    refused(rig.preview("1.4.1"), "pre-flight", "ansible-playbook does not run");
    rig.set("env", "{ LANG: C, LC_CTYPE: C }").set("inventory", "inventories/none").write();
    refused(rig.preview("1.4.1"), "inventory", "is not there");
    refused(rig.confirmed("1.4.1"), "inventory");
    rig.set("inventory", AnsibleRig.INVENTORY).set("limit", "\"nobody\"").write();
    refused(rig.preview("1.4.1"), "hosts: no host is matched");
    rig.without("limit").set("playbook", "none.yml").write();
    refused(rig.preview("1.4.1"), "none.yml is not there");
    rig.playbook("broken.yml", "- hosts: app\n  tasks:\n  - name: x\n   debug: {}\n");
    refused(rig.preview("1.4.1"), "Ansible cannot read it");
    rig.playbook("tasks.yml", "- name: Log\n  debug: { msg: ROLLBACK COMPLETED }\n");
    refused(rig.preview("1.4.1"), "Ansible cannot read it");
    rig.playbook("nobody.yml", "- hosts: others\n  tasks: [{ debug: {} }]\n");
    refused(rig.preview("1.4.1"), "no host is matched");
    rig.set("variables", "{ reason: why }").bring("");
    refused(rig.preview("1.4.1"), "`target`");
  }

  @Test
  void theCurrentVersionWhatIsNoneAndAMissingArtifactAreRefused() throws Exception {
    rig.bring("");
    refused(rig.preview("1.5.0"), "version", "runs already");
    refused(rig.confirmed("1.5.0"), "version", "runs already");
    refused(rig.preview("../1.4.1"), "is no version");
    refused(rig.preview("1.0.0"), "artifact");
    refused(rig.rollback("1.4.1", "--confirm", "shop/1.4.1", "--reason", "x"), "--incident");
    rig.ansible().artifacts().cut("1.4.1");
    refused(rig.preview("1.4.1"), "damaged");
    Run plan = rig.rollback("1.4.1", "--plan");
    rig.ansible().artifacts().seed("1.4.1");
    assertThat(plan.code()).isEqualTo(3);
    assertThat(json(plan).get("plan").get("confirm").asString()).isEqualTo("shop/1.4.1");
    assertThat(json(plan).get("versions").get("declared").asString()).isEqualTo("1.5.0");
  }

  @Test
  void aStaleOrOtherPreviewBlocks() throws Exception {
    rig.bring("");
    assertThat(rig.preview("1.4.1").code()).isZero();
    Files.writeString(
        rig.ansible().directory().resolve(AnsibleRig.INVENTORY),
        "\n# touched\n",
        java.nio.file.StandardOpenOption.APPEND);
    refused(rig.confirmed("1.4.1"), "preview:", "inventory");
    assertThat(rig.preview("1.4.1").code()).isZero();
    rig.set("tags", "[x]").write();
    refused(rig.confirmed("1.4.1"), "preview:", "arguments");
    rig.without("tags").set("previewMaxAge", "1ms").write();
    refused(rig.confirmed("1.4.1"), "preview:", "take it anew");
    rig.set("previewMaxAge", "10m").write();
    ended(rig.confirmed("1.4.1"), 0, "SUCCEEDED_VERIFIED");
  }

  @Test
  void whatCheckModeCannotKnowIsNeverUnchanged() throws Exception {
    rig.bring(
        """
        - name: Ask
          ansible.builtin.command: echo hi
          register: asked
          changed_when: false
        - name: Rests on it
          ansible.builtin.copy: { dest: "{{ app_root }}/x", content: "x" }
          when: asked.stdout | default('') == 'hi'
        - name: Fails in check mode alone
          ansible.builtin.assert: { that: "'hi' in asked.stdout" }
          ignore_errors: true
        - name: Never
          ansible.builtin.debug: { msg: x }
          when: false
        - name: There
          ansible.builtin.file: { path: "{{ app_root }}", state: directory }\
        """);
    JsonNode tasks = json(rig.preview("1.4.1")).get("tasks");
    assertThat(tasks.get("total").asInt()).isEqualTo(6);
    assertThat(tasks.get("willChange").asInt()).isEqualTo(1);
    assertThat(tasks.get("unchanged").asInt()).isEqualTo(1);
    assertThat(tasks.get("skipped").asInt()).isEqualTo(1);
    assertThat(tasks.get("unpredictable").asInt()).isEqualTo(3);
    assertThat(rig.version(1)).isEqualTo("1.5.0");
    ended(rig.confirmed("1.4.1"), 0, "SUCCEEDED_VERIFIED");
  }

  @Test
  void F46_oneHostFailsAndIsRelaunchedAlone() throws Exception {
    rig.bring(
        """
        - name: One has no room
          ansible.builtin.command: test ! -e {{ app_root }}/full
          changed_when: false\
        """);
    Path full = rig.ansible().host(2).file("full");
    Files.writeString(full, "");
    JsonNode partial = ended(rig.previewed("1.4.1"), 7, "PARTIAL");
    assertThat(partial.get("rc").asInt()).isEqualTo(2);
    assertThat(partial.get("hosts").get(1).get("failed").asInt()).isEqualTo(1);
    assertThat(partial.get("relaunch").get(0).asString()).isEqualTo("web-2");
    assertThat(rig.version(1)).isEqualTo("1.4.1");
    assertThat(rig.version(2)).isEqualTo("1.5.0");
    Files.delete(full);
    assertThat(rig.preview("1.4.1", "--limit", "web-2").code()).isZero();
    Run blocked = rig.confirmed("1.4.1", "--limit", "web-2");
    assertThat(blocked.code()).isEqualTo(3);
    assertThat(json(blocked).get("error").asString()).contains("partial-state", "versions differ");
    ended(
        rig.confirmed("1.4.1", "--limit", "web-2", "--acknowledge-partial", "web-2 was full"),
        0,
        "SUCCEEDED_VERIFIED");
    assertThat(rig.version(2)).isEqualTo("1.4.1");
  }

  @Test
  void F46_rescuedAndIgnoredFailuresAreNeverPlainGreen() throws Exception {
    rig.bring(
        """
        - block:
            - name: Fails
              ansible.builtin.command: test ! -e {{ app_root }}/bad
              changed_when: false
          rescue:
            - ansible.builtin.debug: { msg: rescued }
        - name: Ignored
          ansible.builtin.command: "false"
          ignore_errors: true
          when: inventory_hostname == 'web-3'\
        """);
    Files.writeString(rig.ansible().host(1).file("bad"), "");
    JsonNode run = ended(rig.previewed("1.4.1"), 6, "SUCCEEDED_UNVERIFIED");
    assertThat(run.get("hosts").get(0).get("rescued").asInt()).isEqualTo(1);
    assertThat(run.get("hosts").get(2).get("ignored").asInt()).isEqualTo(1);
    assertThat(run.get("error").asString()).contains("rescued on web-1", "ignored on web-3");
  }

  @Test
  void F47_F48_unreachableIsNotFailedAndBothAreShown() throws Exception {
    rig.bring(
        """
        - name: Fails on one
          ansible.builtin.command: test ! -e {{ app_root }}/bad
          changed_when: false\
        """);
    Files.writeString(rig.ansible().host(2).file("bad"), "");
    rig.ansible().host(3).sshd().goDown();
    assertThat(rig.preview("1.4.1").code()).isZero();
    refused(rig.confirmed("1.4.1"), "pre-flight", "web-3");
    JsonNode run = ended(rig.confirmed("1.4.1", "--override", "pre-flight"), 7, "PARTIAL");
    assertThat(run.get("rc").asInt()).isEqualTo(4);
    assertThat(run.get("hosts").get(1).get("failed").asInt()).isEqualTo(1);
    assertThat(run.get("hosts").get(2).get("unreachable").asInt()).isEqualTo(1);
    assertThat(run.get("error").asString())
        .contains("failed on web-2", "unreachable: web-3", "--limit web-2,web-3");
  }

  @Test
  void F49_completedButNothingChangedIsAFailure() throws Exception {
    rig.bring("");
    rig.playbook(
        "says.yml",
        "- hosts: app\n  gather_facts: false\n  tasks:\n"
            + "    - ansible.builtin.debug: { msg: ROLLBACK COMPLETED }\n");
    JsonNode run = ended(rig.previewed("1.4.1"), 1, "FAILED_VERIFY");
    assertThat(run.get("rc").asInt()).isZero();
    assertThat(run.get("error").asString()).contains("1.5.0, wanted 1.4.1");
  }

  @Test
  void aMarkerOnOneHostIsSeenThereAndWhereNoneIsLookedForThatIsSaid() throws Exception {
    rig.bring("");
    Path marker = rig.ansible().host(2).file("opt/shop/.deploy-failed");
    Files.writeString(marker, "{\"run\": \"lost-9\"}\n");
    rig.ansible().host(3).sshd().goDown();
    JsonNode seen = json(rig.rollback("1.4.1", "--plan")).get("partialState");
    assertThat(seen.get("partial").asBoolean()).isTrue();
    assertThat(seen.get("signs").toString())
        .contains("web-2: " + marker + " was left by run lost-9")
        .doesNotContain("web-1: ");
    assertThat(seen.get("notChecked").asString()).isEqualTo("markers were not checked on web-3");
    rig.ansible().host(3).sshd().comeBack();
    rig.without("stateFile").without("versionFiles").write();
    JsonNode blind = json(rig.rollback("1.4.1", "--plan"));
    assertThat(blind.get("partialState").get("partial").asBoolean()).isFalse();
    assertThat(blind.get("preFlight").toString())
        .contains("{\"check\":\"markers\",\"verdict\":\"not-configured\"");
  }

  @Test
  void aMigrationInBetweenHasToBeAcknowledged() throws Exception {
    rig.bring("");
    rig.ansible().artifacts().seed("1.4.1", 11);
    assertThat(rig.preview("1.4.1").code()).isZero();
    refused(rig.confirmed("1.4.1"), "migration", "schema 12", "--acknowledge-migration");
    JsonNode run =
        ended(rig.confirmed("1.4.1", "--acknowledge-migration"), 0, "SUCCEEDED_VERIFIED");
    assertThat(run.get("plan").get("tier").asInt()).isEqualTo(4);
    rig.ansible().artifacts().seed("1.4.1");
  }

  @Test
  void aThousandTasksAreCountedFollowedAndProved() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 999; i++) {
      many.append("- ansible.builtin.debug: { msg: \"").append(i).append("\" }\n");
    }
    rig.bring(many.toString());
    rig.set("limit", "web-1")
        .set(
            "versionFiles",
            RollbackRig.list(List.of(rig.ansible().rollback().versionFiles().getFirst())))
        .write();
    Run preview = rig.preview("1.4.1");
    assertThat(json(preview).get("tasks").get("total").asInt()).isEqualTo(1000);
    assertThat(json(preview).get("tasks").get("unchanged").asInt()).isEqualTo(999);
    JsonNode run = ended(rig.confirmed("1.4.1"), 0, "SUCCEEDED_VERIFIED");
    assertThat(run.get("hosts").get(0).get("ok").asInt()).isEqualTo(1000);
  }
}
