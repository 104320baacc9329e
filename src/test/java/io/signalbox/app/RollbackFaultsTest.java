package io.signalbox.app;

import static io.signalbox.app.RollbackRig.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.rig.AnsibleRig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can go wrong with any team's playbook, on real ansible-core and three real hosts. */
class RollbackFaultsTest {
  private static final String BRING =
      """
      - name: Bring it back
        hosts: app
        gather_facts: false
        tasks:
      %s
          - name: Write the version
            ansible.builtin.copy:
              dest: "{{ app_root }}/opt/shop/version.txt"
              content: "{{ target_version }}\\n"
      """;

  @TempDir Path folder;
  private RollbackRig rig;

  private RollbackRig open(String before) throws Exception {
    rig = new RollbackRig(folder);
    rig.ansible().artifacts().seed("1.4.1");
    rig.ansible().artifacts().seed("1.5.0");
    rig.ansible().install("1.5.0", "1.4.1");
    rig.without("versionUrl");
    return rig.playbook("bring.yml", BRING.formatted(before.indent(4)));
  }

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  private String version(int host) throws Exception {
    return Files.readString(rig.ansible().host(host).file("opt/shop/version.txt")).strip();
  }

  private void refused(Run run, String... words) throws Exception {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(json(run).get("verdict").asString()).isEqualTo("NOT_RUN");
    assertThat(json(run).get("error").asString()).contains(words);
    assertThat(version(1)).isEqualTo("1.5.0");
  }

  private static JsonNode ended(Run run, int code, String verdict) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    assertThat(json(run).get("verdict").asString()).isEqualTo(verdict);
    return json(run);
  }

  private Run previewed(String... more) throws Exception {
    Run preview = rig.preview("1.4.1", more);
    assertThat(preview.code()).as(preview.out() + preview.err()).isZero();
    return rig.confirmed("1.4.1", more);
  }

  @Test
  void F43_F44_F45_whatIsMissingIsNamedAndNothingIsChanged() throws Exception {
    open("");
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
    rig.set("variables", "{ reason: why }").playbook("bring.yml", BRING.formatted(""));
    refused(rig.preview("1.4.1"), "`target`");
  }

  @Test
  void theCurrentVersionWhatIsNoneAndAMissingArtifactAreRefused() throws Exception {
    open("");
    refused(rig.preview("1.5.0"), "version", "runs already");
    refused(rig.confirmed("1.5.0"), "version", "runs already");
    refused(rig.preview("../1.4.1"), "is no version");
    refused(rig.preview("1.0.0"), "artifact");
    refused(rig.rollback("1.4.1", "--confirm", "shop/1.4.1", "--reason", "x"), "--incident");
    rig.ansible().artifacts().cut("1.4.1");
    refused(rig.preview("1.4.1"), "damaged");
    Run plan = rig.rollback("1.4.1", "--plan");
    assertThat(plan.code()).isEqualTo(3);
    assertThat(json(plan).get("plan").get("confirm").asString()).isEqualTo("shop/1.4.1");
    assertThat(json(plan).get("versions").get("declared").asString()).isEqualTo("1.5.0");
  }

  @Test
  void aStaleOrOtherPreviewBlocks() throws Exception {
    open("");
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
    open(
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
    assertThat(version(1)).isEqualTo("1.5.0");
    ended(rig.confirmed("1.4.1"), 0, "SUCCEEDED_VERIFIED");
  }

  @Test
  void F46_oneHostFailsAndIsRelaunchedAlone() throws Exception {
    open(
        """
        - name: One has no room
          ansible.builtin.command: test ! -e {{ app_root }}/full
          changed_when: false\
        """);
    Path full = rig.ansible().host(2).file("full");
    Files.writeString(full, "");
    JsonNode partial = ended(previewed(), 7, "PARTIAL");
    assertThat(partial.get("rc").asInt()).isEqualTo(2);
    assertThat(partial.get("hosts").get(1).get("failed").asInt()).isEqualTo(1);
    assertThat(partial.get("relaunch").get(0).asString()).isEqualTo("web-2");
    assertThat(version(1)).isEqualTo("1.4.1");
    assertThat(version(2)).isEqualTo("1.5.0");
    Files.delete(full);
    assertThat(rig.preview("1.4.1", "--limit", "web-2").code()).isZero();
    Run blocked = rig.confirmed("1.4.1", "--limit", "web-2");
    assertThat(blocked.code()).isEqualTo(3);
    assertThat(json(blocked).get("error").asString()).contains("partial-state", "versions differ");
    ended(
        rig.confirmed("1.4.1", "--limit", "web-2", "--acknowledge-partial", "web-2 was full"),
        0,
        "SUCCEEDED_VERIFIED");
    assertThat(version(2)).isEqualTo("1.4.1");
  }

  @Test
  void F46_rescuedAndIgnoredFailuresAreNeverPlainGreen() throws Exception {
    open(
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
    JsonNode run = ended(previewed(), 6, "SUCCEEDED_UNVERIFIED");
    assertThat(run.get("hosts").get(0).get("rescued").asInt()).isEqualTo(1);
    assertThat(run.get("hosts").get(2).get("ignored").asInt()).isEqualTo(1);
    assertThat(run.get("error").asString()).contains("rescued on web-1", "ignored on web-3");
  }

  @Test
  void F47_F48_unreachableIsNotFailedAndBothAreShown() throws Exception {
    open(
        """
        - name: Fails on one
          ansible.builtin.command: test ! -e {{ app_root }}/bad
          changed_when: false\
        """);
    Files.writeString(rig.ansible().host(2).file("bad"), "");
    rig.ansible().host(3).sshd().close();
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
    open("");
    rig.playbook(
        "says.yml",
        "- hosts: app\n  gather_facts: false\n  tasks:\n"
            + "    - ansible.builtin.debug: { msg: ROLLBACK COMPLETED }\n");
    JsonNode run = ended(previewed(), 1, "FAILED_VERIFY");
    assertThat(run.get("rc").asInt()).isZero();
    assertThat(run.get("error").asString()).contains("1.5.0, wanted 1.4.1");
  }

  @Test
  void aMigrationInBetweenHasToBeAcknowledged() throws Exception {
    open("");
    rig.ansible().artifacts().seed("1.4.1", 11);
    assertThat(rig.preview("1.4.1").code()).isZero();
    refused(rig.confirmed("1.4.1"), "migration", "schema 12", "--acknowledge-migration");
    JsonNode run =
        ended(rig.confirmed("1.4.1", "--acknowledge-migration"), 0, "SUCCEEDED_VERIFIED");
    assertThat(run.get("plan").get("tier").asInt()).isEqualTo(4);
  }

  private CompletableFuture<Run> begun(Path ready) throws Exception {
    assertThat(rig.preview("1.4.1").code()).isZero();
    CompletableFuture<Run> run =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return rig.confirmed("1.4.1");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(ready) || run.isDone());
    return run;
  }

  private static final String SLOW =
      """
      - name: Wait
        ansible.builtin.shell: touch %s/ready; while [ ! -e %s/go ]; do sleep 0.2; done
        run_once: true
        changed_when: false\
      """;

  private List<Long> pids(Path runs) throws Exception {
    List<Long> pids = new ArrayList<>();
    try (Stream<Path> all = Files.list(runs)) {
      for (Path run : all.toList()) {
        pids.add(Long.parseLong(Files.readString(run.resolve("pid")).split(" ")[0]));
      }
    }
    return pids;
  }

  @Test
  void aCutLineHarmsNothingAndNoEventIsLost() throws Exception {
    open(SLOW.formatted(folder, folder));
    CompletableFuture<Run> run = begun(folder.resolve("ready"));
    rig.ansible().control().cutConnections();
    Files.writeString(folder.resolve("go"), "");
    JsonNode json = ended(run.get(2, TimeUnit.MINUTES), 0, "SUCCEEDED_VERIFIED");
    assertThat(json.get("evidence").toString()).contains(" 0 missing");
  }

  @Test
  void F50_aRunThatIsKilledIsUnknownAndBlocksTheNext() throws Exception {
    open(SLOW.formatted(folder, folder));
    CompletableFuture<Run> run = begun(folder.resolve("ready"));
    ProcessHandle wrapper =
        ProcessHandle.of(pids(rig.control().resolve("runs")).getFirst()).orElseThrow();
    List<ProcessHandle> family = wrapper.descendants().toList();
    wrapper.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    Files.writeString(folder.resolve("go"), "");
    JsonNode json = ended(run.get(2, TimeUnit.MINUTES), 4, "UNKNOWN");
    String id = json.get("run").asString();
    Run next = rig.confirmed("1.4.1");
    assertThat(next.code()).isEqualTo(3);
    assertThat(json(next).get("error").asString()).contains("unknown-pending").contains(id);
    assertThat(rig.verb("attach", id, "--profile", rig.profile().toString()).code()).isEqualTo(4);
    Run found =
        rig.verb("found", id, "--profile", rig.profile().toString(), "--reason", "nothing changed");
    assertThat(found.code()).as(found.err()).isZero();
    ended(rig.confirmed("1.4.1"), 0, "SUCCEEDED_VERIFIED");
  }

  @Test
  void F50_ansibleKilledUnderItsWrapperIsUnknownToo() throws Exception {
    open(SLOW.formatted(folder, folder));
    CompletableFuture<Run> run = begun(folder.resolve("ready"));
    ProcessHandle.of(pids(rig.control().resolve("runs")).getFirst())
        .orElseThrow()
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains("ansible-playbook"))
        .forEach(ProcessHandle::destroyForcibly);
    Files.writeString(folder.resolve("go"), "");
    JsonNode json = ended(run.get(2, TimeUnit.MINUTES), 4, "UNKNOWN");
    assertThat(json.get("rc").asInt()).isEqualTo(137);
  }

  @Test
  void F51_aPidThatWasGivenAnewIsNotTheRun() throws Exception {
    open("");
    Path run = Files.createDirectories(rig.control().resolve("runs/01FAKE"));
    Files.writeString(
        run.resolve("meta"),
        "{\"v\":1,\"id\":\"01FAKE\",\"host\":\"control\",\"action\":\"rollback\",\"argv\":[\"x\"]}\n");
    Files.writeString(run.resolve("log"), "TASK [x]\n");
    String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    Files.writeString(run.resolve("pid"), ProcessHandle.current().pid() + " 1 " + boot + "\n");
    assertThat(rig.verb("attach", "01FAKE", "--profile", rig.profile().toString()).code())
        .isEqualTo(4);
  }

  @Test
  void aThousandTasksAreCountedFollowedAndProved() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 999; i++) {
      many.append("- ansible.builtin.debug: { msg: \"").append(i).append("\" }\n");
    }
    open(many.toString());
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
