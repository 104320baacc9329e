package io.signalbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.Binaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event plugin under real ansible-core, on this machine without ssh. */
class AnsibleEventsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PLUGIN =
      Path.of(
          System.getProperty("project.directory", "."),
          "src/main/resources/io/signalbox/ansible/signalbox_events.py");
  private static final String PLAYBOOK =
      """
      - name: All that can happen
        hosts: all
        gather_facts: false
        connection: local
        max_fail_percentage: 100
        tasks:
          - name: Write a file
            ansible.builtin.copy:
              dest: "{{ folder }}/{{ inventory_hostname }}.txt"
              content: "{{ 'long line\\n' * 9000 }}"
            notify: Reload
          - name: Only here
            ansible.builtin.command: echo {{ item }}
            loop: [a, b]
            changed_when: item == 'b'
            when: inventory_hostname == 'one'
          - name: Keep it to yourself
            ansible.builtin.command: echo {{ item }}
            loop: [hunter2]
            no_log: true
          - name: Guarded
            block:
              - name: Breaks
                ansible.builtin.command: "false"
                when: inventory_hostname == 'one'
            rescue:
              - name: Repairs
                ansible.builtin.debug:
                  msg: "{{ 'x' * 9000 }}"
            always:
              - name: Ever
                ansible.builtin.debug:
                  msg: ever
          - name: Does not matter
            ansible.builtin.command: "false"
            ignore_errors: true
          - name: Far away
            ansible.builtin.ping:
            vars:
              ansible_connection: ssh
              ansible_host: 127.0.0.1
              ansible_port: 1
            when: inventory_hostname == 'two'
          - name: Resolved while running
            ansible.builtin.include_tasks: more.yml
        handlers:
          - name: Reload
            ansible.builtin.debug:
              msg: reloaded
      """;

  @TempDir Path folder;

  private List<JsonNode> events(Map<String, String> more, String... arguments) throws Exception {
    run(more, arguments);
    String mark = more.containsKey("SIGNALBOX_EVENTS") ? "" : "@@signalbox@@ ";
    Path file = mark.isEmpty() ? folder.resolve("events") : folder.resolve("log");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(mark))
          .map(line -> JSON.readTree(line.substring(mark.length())))
          .toList();
    }
  }

  private void run(Map<String, String> more, String... arguments) throws Exception {
    Path ansible = Binaries.require("ansible-playbook");
    Files.writeString(folder.resolve("site.yml"), PLAYBOOK);
    Files.writeString(folder.resolve("more.yml"), "- ansible.builtin.debug: msg=included\n");
    Files.writeString(
        folder.resolve("hosts"),
        "one\ntwo\n[all:vars]\nansible_python_interpreter=/usr/bin/python3\nfolder=" + folder);
    List<String> argv =
        new ArrayList<>(List.of(ansible.toString(), "-i", "hosts", "site.yml", "--diff"));
    argv.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(argv)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(folder.resolve("log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", folder.toString(),
                "LC_ALL", "C.UTF-8",
                "ANSIBLE_NOCOLOR", "1",
                "ANSIBLE_CALLBACK_PLUGINS", PLUGIN.toAbsolutePath().getParent().toString(),
                "ANSIBLE_CALLBACKS_ENABLED", "signalbox_events",
                "PYTHONDONTWRITEBYTECODE", "1"));
    builder.environment().putAll(more);
    builder.start().waitFor();
  }

  private static List<JsonNode> of(List<JsonNode> events, String kind) {
    return events.stream().filter(e -> e.path("kind").asString().equals(kind)).toList();
  }

  private static JsonNode result(List<JsonNode> events, String task, String host) {
    String uuid =
        of(events, "task").stream()
            .filter(t -> t.path("name").asString().equals(task))
            .findFirst()
            .orElseThrow()
            .path("task")
            .asString();
    return of(events, "result").stream()
        .filter(r -> r.path("task").asString().equals(uuid))
        .filter(r -> r.path("host").asString().equals(host))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> toFile() {
    return Map.of("SIGNALBOX_EVENTS", folder.resolve("events").toString());
  }

  private static void numbered(List<JsonNode> events) {
    assertThat(events.stream().map(e -> e.path("n").asInt()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size()).boxed().toList());
  }

  @Test
  void everyKindIsToldNumberedAndNothingSecret() throws Exception {
    List<JsonNode> events = events(toFile());
    numbered(events);
    assertThat(events.stream().map(e -> e.path("kind").asString()))
        .startsWith("playbook", "play", "task", "begin")
        .contains("item", "result", "notify", "include")
        .endsWith("stats");
    JsonNode plan = events.getFirst().path("plays").get(0);
    assertThat(plan.path("tasks").asInt()).isEqualTo(8);
    assertThat(plan.path("rescueTasks").asInt()).isEqualTo(1);
    JsonNode play = of(events, "play").getFirst();
    assertThat(play.path("hosts").toString()).isEqualTo("[\"one\",\"two\"]");
    assertThat(play.path("maxFailPercentage").asInt()).isEqualTo(100);

    assertThat(result(events, "Only here", "two").path("skip").asString()).isEqualTo("condition");
    assertThat(result(events, "Only here", "one").path("items").asInt()).isEqualTo(2);
    JsonNode broken = result(events, "Breaks", "one");
    assertThat(broken.path("state").asString()).isEqualTo("failed");
    assertThat(broken.path("rescuable").asBoolean()).isTrue();
    assertThat(result(events, "Repairs", "one").path("msg").asString()).endsWith("…").hasSize(4094);
    assertThat(result(events, "Does not matter", "two").path("state").asString())
        .isEqualTo("ignored");
    assertThat(result(events, "Far away", "two").path("state").asString()).isEqualTo("unreachable");
    JsonNode wrote = result(events, "Write a file", "one");
    assertThat(wrote.path("diffCut").asBoolean()).isTrue();
    assertThat(wrote.path("diff").get(0).path("after").asString()).startsWith("long line");
    assertThat(wrote.toString().length()).isLessThan(90_000);

    assertThat(Files.readString(folder.resolve("events"))).doesNotContain("hunter2");
    assertThat(result(events, "Keep it to yourself", "one").path("msg").asString())
        .isEqualTo("censored: no_log");
    JsonNode stats = events.getLast().path("hosts");
    assertThat(stats.path("one").path("rescued").asInt()).isEqualTo(1);
    assertThat(stats.path("two").path("unreachable").asInt()).isEqualTo(1);
    assertThat(of(events, "task").stream().map(t -> t.path("section").asString()).distinct())
        .containsExactly("block", "rescue", "always");
    assertThat(of(events, "task").stream().filter(t -> t.path("handler").asBoolean())).hasSize(1);
  }

  @Test
  void aCheckRunSaysWhatIsPredictedAndWhatIsNot() throws Exception {
    List<JsonNode> events = events(Map.of(), "--check");
    numbered(events);
    assertThat(events.getFirst().path("check").asBoolean()).isTrue();
    JsonNode wrote = result(events, "Write a file", "one");
    assertThat(wrote.path("predicted").asBoolean()).isTrue();
    assertThat(wrote.path("state").asString()).isEqualTo("changed");
    assertThat(result(events, "Only here", "one").path("skip").asString()).isEqualTo("check-mode");
    assertThat(result(events, "Only here", "two").path("skip").asString()).isEqualTo("condition");
  }

  @Test
  void aFileThatCannotBeWrittenDoesNotStopThePlay() throws Exception {
    for (String file : List.of("/dev/full", folder.resolve("missing/events").toString())) {
      run(Map.of("SIGNALBOX_EVENTS", file));
      assertThat(Files.readString(folder.resolve("log")))
          .contains("signalbox_events: ")
          .contains("PLAY RECAP")
          .contains("rescued=1");
    }
  }
}
