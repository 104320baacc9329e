package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.profile.RollbackProfile;
import io.signalbox.rig.AnsibleRig;
import io.signalbox.rig.SharedRig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The verbs rollback and health on real ansible-core and real sshd, within the test's process. */
final class RollbackRig implements AutoCloseable {
  /** For a class whose tests take it one after the other, each of them {@link #fresh}. */
  static final class Shared extends SharedRig<RollbackRig> {
    Shared() {
      super(RollbackRig.class, RollbackRig::new);
    }
  }

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

  private final Path folder;
  private final AnsibleRig ansible;
  private final Map<String, String> rollback = new LinkedHashMap<>();
  private Path test;
  private Surroundings surroundings;
  private String health = "";
  private String github = "";
  private int tests;

  RollbackRig(Path folder) throws Exception {
    this.folder = folder;
    ansible = new AnsibleRig(folder.resolve("rig"));
    ansible.artifacts().seed("1.4.1");
    ansible.artifacts().seed("1.5.0");
    test = folder;
    surroundings = Surroundings.ofThisProcess();
    fresh();
  }

  /** As new, for the next test on the same machines: 1.5.0 runs everywhere, 1.4.1 was before. */
  void fresh() throws Exception {
    test = Files.createDirectories(folder.resolve("test-" + ++tests));
    surroundings =
        Surroundings.ofThisProcess().at(Files.createDirectories(test.resolve("home-ana")));
    Files.setPosixFilePermissions(
        Files.createDirectories(test.resolve("signals")),
        PosixFilePermissions.fromString("rwxrwxrwx"));
    ansible.control().comeBack();
    ansible.install("1.5.0", "1.4.1");
    rollback.clear();
    health = "";
    github = "";
    RollbackProfile given = ansible.rollback();
    set("directory", given.directory());
    set("playbook", given.playbook());
    set("inventory", given.inventory());
    set(
        "variables",
        given.variables().entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining(", ", "{ ", " }")));
    set("stateFile", given.stateFile());
    set("versionFiles", list(given.versionFiles()));
    set("versionUrl", "\"" + given.versionUrl() + "\"");
    set("artifact", "\"" + given.artifact() + "\"");
    set("env", "{ ANSIBLE_SSH_CONTROL_PATH_DIR: " + folder.resolve("cp") + " }");
    write();
  }

  static String list(List<String> values) {
    return values.stream()
        .map(one -> "\"" + one + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Sets a key of the section rollback, or takes it away; {@link #write} puts it down. */
  RollbackRig set(String key, String value) {
    rollback.put(key, value);
    return this;
  }

  RollbackRig without(String key) {
    rollback.remove(key);
    return this;
  }

  /** A playbook of the test's own in the working folder, with one value to go by. */
  RollbackRig playbook(String name, String text) throws IOException {
    Files.writeString(ansible.directory().resolve(name), text);
    set("playbook", name);
    write();
    return this;
  }

  /** The lines of the section health. */
  RollbackRig health(String lines) throws IOException {
    health = lines;
    write();
    return this;
  }

  /** A GitHub among the sources, and the rollback's records there. */
  RollbackRig github(URI api) throws IOException {
    Path token = Files.writeString(test.resolve("token"), "ghp_canary");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    github =
        "github: { api: \"%s\", repositories: [acme/shop], token: { file: \"%s\" } }"
            .formatted(api, token);
    set("githubIssue", "true").set("deploymentStatus", "true").write();
    return this;
  }

  void write() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            version: 1
            environment: { name: shop, readOnly: false, protected: true }
            sources:
              prometheus: [{ url: "http://127.0.0.1:1" }]
            %s
            ssh: { config: "%s", knownHosts: "%s" }
            hosts:
              - { name: control, ssh: { host: 127.0.0.1, port: %d, user: %s } }
            control: { host: control, directory: "%s" }
            rollback:
            """
                .formatted(
                    github.indent(2),
                    ansible.config(),
                    ansible.knownHosts(),
                    ansible.control().port(),
                    ansible.control().user(),
                    control()));
    rollback.forEach((key, value) -> text.append("  " + key + ": " + value + "\n"));
    if (!health.isEmpty()) {
      text.append("health:\n  checks:\n").append(health.indent(4));
    }
    Files.writeString(profile(), text);
  }

  /** The control directory of this test's runs. */
  Path control() {
    return test.resolve("signalbox");
  }

  Path profile() {
    return test.resolve("profile.yaml");
  }

  /** A signal between the test and a playbook, whatever user its hosts are. */
  Path signal(String name) {
    return test.resolve("signals").resolve(name);
  }

  /** A task that says {@code NAME-HOST} and waits for {@code NAME}. */
  String waiting(String name) {
    return """
    - name: Wait for %1$s
      ansible.builtin.shell: touch %2$s-{{ inventory_hostname }}; while [ ! -e %2$s ]; do sleep 0.1; done
      changed_when: false\
    """
        .formatted(name, signal(name));
  }

  /** The verb with this run's id. */
  Run run(String verb, String id, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(verb, id, "--profile", profile().toString()));
    words.addAll(List.of(more));
    return verb(words.toArray(String[]::new));
  }

  Surroundings surroundings() {
    return surroundings;
  }

  AnsibleRig ansible() {
    return ansible;
  }

  Run verb(String... words) throws IOException {
    return Run.of(surroundings, words);
  }

  /** The verb rollback with JSON. */
  Run rollback(String version, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("rollback", "--profile", profile().toString(), "--json"));
    words.addAll(List.of("--to", version));
    words.addAll(List.of(more));
    return verb(words.toArray(String[]::new));
  }

  Run preview(String version, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("--preview"));
    words.addAll(List.of(more));
    return rollback(version, words.toArray(String[]::new));
  }

  Run confirmed(String version, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("--confirm", "shop/" + version, "--reason", "it fails", "--incident", "INC-7"));
    words.addAll(List.of(more));
    return rollback(version, words.toArray(String[]::new));
  }

  /** The JSON of a verb that ended so. */
  static JsonNode ended(Run run, int code, String verdict) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    assertThat(json(run).get("verdict").asString()).isEqualTo(verdict);
    return json(run);
  }

  /** Confirmed after a preview that went well. */
  Run previewed(String version, String... more) throws IOException {
    Run preview = preview(version, more);
    assertThat(preview.code()).as(preview.out() + preview.err()).isZero();
    return confirmed(version, more);
  }

  /** A playbook that does this first on each host and then writes the version's file. */
  RollbackRig bring(String before) throws IOException {
    without("versionUrl");
    return playbook("bring.yml", BRING.formatted(before.indent(4)));
  }

  /** What the version's file of a host says. */
  String version(int host) throws IOException {
    return Files.readString(ansible.host(host).file("opt/shop/version.txt")).strip();
  }

  @Override
  public void close() {
    ansible.close();
  }
}
