package io.signalbox.profile.read;

import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.DeploymentProfile;
import io.signalbox.profile.FreezeWindow;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.RunbooksProfile;
import io.signalbox.profile.SshProfile;
import io.signalbox.profile.Thresholds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the small sections. */
final class OtherSections {
  private final Values values;

  OtherSections(Values values) {
    this.values = values;
  }

  SshProfile ssh(Fields top) {
    Optional<Fields> section = values.section(top, "ssh");
    SshProfile ssh =
        new SshProfile(
            section.flatMap(fields -> values.path(fields, "config")).orElse(null),
            section.flatMap(fields -> values.path(fields, "knownHosts")).orElse(null));
    section.ifPresent(Fields::noOthers);
    return ssh;
  }

  Thresholds thresholds(Fields top) {
    Thresholds normal = Thresholds.DEFAULT;
    Optional<Fields> section = values.section(top, "thresholds");
    if (section.isEmpty()) {
      return normal;
    }
    Fields fields = section.get();
    Thresholds read =
        new Thresholds(
            values.percent(fields, "cpuPercent", normal.cpuPercent()),
            values.percent(fields, "memoryPercent", normal.memoryPercent()),
            values.percent(fields, "diskPercent", normal.diskPercent()),
            values.duration(fields, "checkInAge", normal.checkInAge()),
            values.duration(fields, "sustained", normal.sustained()),
            values.duration(fields, "offlinePrimary", normal.offlinePrimary()),
            values.duration(fields, "offlineSecondary", normal.offlineSecondary()));
    fields.noOthers();
    return read;
  }

  @Nullable ControlProfile control(Fields top, List<HostProfile> hosts) {
    Optional<Fields> section = values.section(top, "control");
    if (section.isEmpty()) {
      return null;
    }
    Fields fields = section.get();
    Optional<String> host = values.text(fields, "host");
    Node at = fields.get("host");
    String directory = values.text(fields, "directory").orElse("");
    Node path = fields.get("directory");
    if (path != null && !directory.isEmpty() && !directory.startsWith("/")) {
      fields.problems().add(path, fields.field("directory"), "is not an absolute path");
    }
    Node gitLock = fields.get("gitLock");
    if (gitLock != null && values.flag(fields, "gitLock", false)) {
      fields
          .problems()
          .add(
              gitLock,
              fields.field("gitLock"),
              "is not offered: the lock is kept on the control host alone; write `false`");
    }
    fields.noOthers();
    if (at == null) {
      fields.missing("host", "name the control host, as in `hosts`");
    } else if (host.isPresent() && hosts.stream().noneMatch(h -> h.name().equals(host.get()))) {
      String hint = NearestName.hint(host.get(), hosts.stream().map(HostProfile::name).toList());
      fields
          .problems()
          .add(at, fields.field("host"), "`" + host.get() + "` is not in `hosts`" + hint);
      return null;
    }
    return host.map(name -> new ControlProfile(name, directory)).orElse(null);
  }

  List<FreezeWindow> freeze(Fields top) {
    return values.sections(
        top,
        "freeze",
        fields -> {
          var from = values.instant(fields, "from");
          var to = values.instant(fields, "to");
          String reason = values.text(fields, "reason").orElse("");
          if (fields.get("from") == null || fields.get("to") == null) {
            fields.missing(fields.get("from") == null ? "from" : "to", "give both ends in UTC");
          }
          if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            fields.problems().add(fields.node(), fields.path(), "ends before it begins");
            return Optional.empty();
          }
          return from.flatMap(f -> to.map(t -> new FreezeWindow(f, t, reason)));
        });
  }

  RunbooksProfile runbooks(Fields top) {
    Optional<Fields> section = values.section(top, "runbooks");
    if (section.isEmpty()) {
      return new RunbooksProfile(List.of(), Map.of());
    }
    Fields fields = section.get();
    Map<String, String> byAlert = new LinkedHashMap<>();
    values.section(fields, "byAlert").ifPresent(table -> byAlert(table, byAlert));
    RunbooksProfile read = new RunbooksProfile(values.paths(fields, "folders"), byAlert);
    fields.noOthers();
    return read;
  }

  private void byAlert(Fields table, Map<String, String> into) {
    table
        .all()
        .forEach(
            (pattern, node) -> {
              try {
                Pattern.compile(pattern);
                values.text(table, pattern).ifPresent(file -> into.put(pattern, file));
              } catch (PatternSyntaxException e) {
                table
                    .problems()
                    .add(
                        node,
                        table.path(),
                        "`" + pattern + "` is not a regular expression: " + e.getDescription());
              }
            });
  }

  DeploymentProfile deployment(Fields top) {
    Optional<Fields> section = values.section(top, "deployment");
    if (section.isEmpty()) {
      return new DeploymentProfile("", "", List.of());
    }
    Fields fields = section.get();
    DeploymentProfile read =
        new DeploymentProfile(
            values.text(fields, "workflow").orElse(""),
            values.text(fields, "job").orElse(""),
            values.texts(fields, "requires"));
    fields.noOthers();
    return read;
  }
}
