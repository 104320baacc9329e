package io.signalbox.rollback.work;

import io.signalbox.profile.RollbackProfile;
import io.signalbox.remote.durable.PlaybookGround;
import io.signalbox.remote.durable.RunKit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** How the team's playbook is called: the argument vector, its environment and what it needs. */
final class PlaybookCall {
  /** What the product calls the values that a playbook can be given. */
  static final List<String> VALUES =
      List.of(
          "target",
          "reason",
          "failed",
          "incident",
          "ticket",
          "acknowledgeMigration",
          "acknowledgePartial");

  /** Values that say why, or what is known: previews that differ in them alone are the same. */
  private static final List<String> WHY =
      List.of("reason", "incident", "ticket", "acknowledgeMigration", "acknowledgePartial");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CALLBACK = load();

  private final RollbackProfile profile;

  PlaybookCall(RollbackProfile profile) {
    this.profile = profile;
  }

  private static String load() {
    try (InputStream in =
        Objects.requireNonNull(
            PlaybookCall.class.getResourceAsStream("/io/signalbox/ansible/signalbox_events.py"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that a run of it needs. */
  static Map<String, String> files() {
    return Map.of("callback/signalbox_events.py", CALLBACK);
  }

  /** The values under the playbook's own names; what has none, or is empty, is left out. */
  Map<String, String> variables(Map<String, String> values) {
    Map<String, String> named = new TreeMap<>();
    values.forEach(
        (what, value) -> {
          String name = profile.variables().get(what);
          if (name != null && !name.isBlank() && !value.isEmpty()) {
            named.put(name, value);
          }
        });
    return named;
  }

  /** The same without what only says why. */
  Map<String, String> deciding(Map<String, String> values) {
    Map<String, String> kept = new LinkedHashMap<>(values);
    WHY.forEach(kept::remove);
    return variables(kept);
  }

  /** The playbook's folder; that of the playbook itself where none is given. */
  String directory() {
    int slash = profile.playbook().lastIndexOf('/');
    boolean absolute = profile.playbook().startsWith("/");
    return profile.directory().isEmpty() && absolute && slash > 0
        ? profile.playbook().substring(0, slash)
        : profile.directory();
  }

  /** The pattern of hosts, empty for all that the playbook names. */
  String limit(List<String> hosts) {
    return hosts.isEmpty() ? profile.limit() : String.join(",", hosts);
  }

  /** The playbook's variables as one line of JSON; empty where it has none. */
  String input(Map<String, String> values) {
    Map<String, String> named = variables(values);
    return named.isEmpty() ? "" : JSON.writeValueAsString(named);
  }

  /** The argument vector; what the operator wrote is in its {@link #input}. */
  List<String> argv(Map<String, String> values, List<String> hosts) {
    return argv(input(values).isEmpty() ? "" : "@" + RunKit.INPUT, hosts);
  }

  /** For a look at what it names: with the same variables, but nothing that the operator wrote. */
  private List<String> listing(Map<String, String> values, List<String> hosts) {
    Map<String, String> shown = new LinkedHashMap<>(values);
    Values.WRITTEN.forEach(what -> shown.computeIfPresent(what, (_, _) -> Values.PREVIEW));
    return argv(input(shown), hosts);
  }

  private List<String> argv(String variables, List<String> hosts) {
    List<String> argv = new ArrayList<>(List.of("ansible-playbook"));
    if (!profile.inventory().isEmpty()) {
      argv.addAll(List.of("-i", profile.inventory()));
    }
    if (!limit(hosts).isEmpty()) {
      argv.addAll(List.of("--limit", limit(hosts)));
    }
    if (!profile.tags().isEmpty()) {
      argv.addAll(List.of("--tags", String.join(",", profile.tags())));
    }
    if (!variables.isEmpty()) {
      argv.addAll(List.of("--extra-vars", variables));
    }
    argv.add(profile.playbook());
    return argv;
  }

  /** The environment: ours, the team's over it, and where the events go over both. */
  Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    all.put("LC_ALL", "C.UTF-8");
    all.put("PYTHONUNBUFFERED", "1");
    all.put("ANSIBLE_HOST_KEY_CHECKING", "True");
    all.put("ANSIBLE_SSH_RETRIES", "0");
    all.put("ANSIBLE_TIMEOUT", "10");
    all.put("ANSIBLE_RETRY_FILES_ENABLED", "0");
    all.put("ANSIBLE_NOCOLOR", "1");
    all.put("ANSIBLE_FORCE_COLOR", "0");
    all.put("ANSIBLE_STDOUT_CALLBACK", "default");
    all.putAll(profile.env());
    all.put("ANSIBLE_CALLBACK_PLUGINS", RunKit.FOLDER + "/callback");
    all.put("ANSIBLE_CALLBACKS_ENABLED", "signalbox_events");
    all.put("SIGNALBOX_EVENTS", RunKit.FOLDER + "/events");
    return all;
  }

  /** What a durable run of it finds. */
  RunKit kit(Map<String, String> values) {
    return new RunKit(directory(), environment(), files(), input(values));
  }

  /** It with all that is to be looked at. */
  PlaybookGround ground(String host, Map<String, String> values, List<String> hosts) {
    String version = values.getOrDefault("target", "");
    int place = profile.artifact().indexOf("{version}");
    return new PlaybookGround(
        host,
        directory(),
        profile.playbook(),
        profile.inventory(),
        argv(values, hosts),
        input(values),
        listing(values, hosts),
        environment(),
        artifact(version),
        place < 0 ? "" : profile.artifact().substring(0, place),
        place < 0 ? "" : profile.artifact().substring(place + "{version}".length()),
        profile.stateFile(),
        marks(),
        profile.versionUrl(),
        profile.versionFiles());
  }

  /** Where a version's artifact lies, empty where that is not configured. */
  String artifact(String version) {
    return version.isEmpty() ? "" : profile.artifact().replace("{version}", version);
  }

  /** Locks and markers that playbooks leave when they are cut off. */
  List<String> marks() {
    List<String> marks = new ArrayList<>();
    if (profile.stateFile().lastIndexOf('/') > 0) {
      String folder = profile.stateFile().substring(0, profile.stateFile().lastIndexOf('/'));
      List.of("deployment.lock", ".deploy-in-progress", ".deploy-failed")
          .forEach(name -> marks.add(folder + "/" + name));
    }
    for (String file : profile.versionFiles()) {
      if (file.lastIndexOf('/') > 0) {
        String folder = file.substring(0, file.lastIndexOf('/'));
        List.of(".deploy-in-progress", ".deploy-failed")
            .forEach(name -> marks.add(folder + "/" + name));
      }
    }
    return marks.stream().distinct().toList();
  }
}
