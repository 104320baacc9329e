package io.signalbox.profile.read;

import io.signalbox.model.RunnerRole;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SshEndpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code hosts} and {@code runners}, the identity map. */
final class HostsReader {
  private static final Pattern UNIT =
      Pattern.compile("[A-Za-z0-9:_.@][A-Za-z0-9:_.@\\\\-]*\\.service");
  private final Values values;

  HostsReader(Values values) {
    this.values = values;
  }

  List<HostProfile> hosts(Fields top) {
    Set<String> names = new HashSet<>();
    return values.sections(
        top,
        "hosts",
        fields -> {
          Optional<String> name = needed(fields, "name", "name the machine");
          String hostname = values.text(fields, "hostname").orElse(name.orElse(""));
          List<String> instances = values.texts(fields, "instances");
          Optional<SshEndpoint> ssh = values.section(fields, "ssh").flatMap(this::endpoint);
          boolean locked = values.flag(fields, "locked", false);
          return unique(fields, "name", name, names, "host")
              .map(n -> new HostProfile(n, hostname, instances, ssh.orElse(null), locked));
        });
  }

  private Optional<SshEndpoint> endpoint(Fields fields) {
    Optional<String> alias = values.text(fields, "alias");
    Optional<String> host = values.text(fields, "host");
    Integer port = values.port(fields, "port").orElse(null);
    String user = values.text(fields, "user").orElse(null);
    String jump = values.text(fields, "jump").orElse(null);
    fields.noOthers();
    if (alias.isPresent() == host.isPresent()) {
      fields
          .problems()
          .add(
              fields.node(),
              fields.path(),
              "must name either `host` (an address) or `alias` (from the SSH configuration)");
      return Optional.empty();
    }
    return Optional.of(new SshEndpoint(host.or(() -> alias).orElseThrow(), port, user, jump));
  }

  List<RunnerProfile> runners(Fields top, List<HostProfile> hosts) {
    Set<String> names = new HashSet<>();
    return values.sections(top, "runners", fields -> runner(fields, hosts, names));
  }

  private Optional<RunnerProfile> runner(
      Fields fields, List<HostProfile> hosts, Set<String> names) {
    Optional<String> github = needed(fields, "github", "give the runner's name on GitHub");
    String host = values.text(fields, "host").orElse("");
    if (!host.isEmpty() && hosts.stream().noneMatch(known -> known.name().equals(host))) {
      String hint = NearestName.hint(host, hosts.stream().map(HostProfile::name).toList());
      fields
          .problems()
          .add(at(fields, "host"), fields.field("host"), "`" + host + "` is not in `hosts`" + hint);
    }
    String unit = values.text(fields, "unit").orElse("");
    if (!unit.isEmpty() && !UNIT.matcher(unit).matches()) {
      fields
          .problems()
          .add(
              at(fields, "unit"),
              fields.field("unit"),
              "is not a systemd service unit, which ends in `.service`");
      unit = "";
    }
    String checkedUnit = unit;
    RunnerRole role = role(fields);
    List<String> labels = values.texts(fields, "labels");
    boolean approved = oneOf(fields, "failover", List.of("never", "approved")).equals("approved");
    return unique(fields, "github", github, names, "runner")
        .map(name -> new RunnerProfile(name, host, checkedUnit, role, labels, approved));
  }

  private RunnerRole role(Fields fields) {
    if (fields.get("role") == null) {
      return RunnerRole.NONE;
    }
    String role = oneOf(fields, "role", List.of("primary", "secondary", "none"));
    return fields.get("role") == null
        ? RunnerRole.NONE
        : RunnerRole.valueOf(role.toUpperCase(Locale.ROOT));
  }

  private String oneOf(Fields fields, String key, List<String> allowed) {
    String otherwise = key.equals("role") ? "none" : allowed.getFirst();
    String text = values.text(fields, key).orElse(otherwise);
    if (!allowed.contains(text)) {
      fields
          .problems()
          .add(at(fields, key), fields.field(key), "must be one of " + String.join(", ", allowed));
      return otherwise;
    }
    return text;
  }

  private Optional<String> needed(Fields fields, String key, String right) {
    if (fields.get(key) == null) {
      fields.missing(key, right);
    }
    return values.text(fields, key);
  }

  private static Optional<String> unique(
      Fields fields, String key, Optional<String> name, Set<String> seen, String what) {
    if (name.isPresent() && !seen.add(name.get())) {
      fields
          .problems()
          .add(
              at(fields, key),
              fields.field(key),
              "duplicate " + what + " `" + name.get() + "`; the first one counts, remove this one");
      return Optional.empty();
    }
    return name;
  }

  private static Node at(Fields fields, String key) {
    Node node = fields.get(key);
    return node == null ? fields.node() : node;
  }
}
