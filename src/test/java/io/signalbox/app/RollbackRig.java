package io.signalbox.app;

import io.signalbox.profile.RollbackProfile;
import io.signalbox.rig.AnsibleRig;
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
import tools.jackson.databind.json.JsonMapper;

/** The verbs rollback and health on real ansible-core and real sshd, within the test's process. */
final class RollbackRig implements AutoCloseable {
  private final Path folder;
  private final AnsibleRig ansible;
  private final Surroundings surroundings;
  private final Map<String, String> rollback = new LinkedHashMap<>();
  private String health = "";
  private String github = "";

  RollbackRig(Path folder) throws Exception {
    this.folder = folder;
    ansible = new AnsibleRig(folder.resolve("rig"));
    surroundings =
        Surroundings.ofThisProcess().at(Files.createDirectories(folder.resolve("home-ana")));
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
    Path token = Files.writeString(folder.resolve("token"), "ghp_canary");
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

  Path control() {
    return folder.resolve("rig/control/signalbox");
  }

  Path profile() {
    return folder.resolve("profile.yaml");
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

  static JsonNode json(Run run) {
    return JsonMapper.builder().build().readTree(run.out());
  }

  @Override
  public void close() {
    ansible.close();
  }
}
