package io.signalbox.profile.read;

import io.signalbox.profile.FailoverProfile;
import io.signalbox.profile.HealthProfile;
import io.signalbox.profile.RollbackProfile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what failover, rollback and the health board are configured by. */
final class ActionSections {
  private static final List<String> CATEGORIES =
      List.of(
          "backend", "frontend", "database", "redis", "external", "system", "nginx", "services");

  private final Values values;

  ActionSections(Values values) {
    this.values = values;
  }

  FailoverProfile failover(Fields top) {
    Optional<Fields> section = values.section(top, "failover");
    if (section.isEmpty()) {
      return FailoverProfile.NONE;
    }
    Fields fields = section.get();
    FailoverProfile read =
        new FailoverProfile(
            values.section(fields, "limits").map(this::limits).orElse(null),
            addresses(fields),
            values.text(fields, "probeWorkflow").orElse(""),
            values.sections(fields, "guardrails", this::guardrail));
    fields.noOthers();
    return read;
  }

  private FailoverProfile.Limits limits(Fields limits) {
    FailoverProfile.Limits read =
        new FailoverProfile.Limits(
            values.percent(limits, "cpuPercent", 50),
            values.percent(limits, "memoryPercent", 60),
            values.percent(limits, "diskPercent", 70));
    limits.noOthers();
    return read;
  }

  private List<URI> addresses(Fields fields) {
    return values.texts(fields, "reachability").stream()
        .flatMap(text -> address(fields, text))
        .toList();
  }

  private static Stream<URI> address(Fields fields, String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return Stream.of(uri);
      }
    } catch (URISyntaxException _) {
      // the message below fits both
    }
    Node at = fields.get("reachability");
    fields
        .problems()
        .add(
            at == null ? fields.node() : at,
            fields.field("reachability"),
            "`" + text + "` is not an http or https address, e.g. http://192.0.2.10:8080/health");
    return Stream.empty();
  }

  private Optional<FailoverProfile.Guardrail> guardrail(Fields fields) {
    Optional<String> query = needed(fields, "query", "give the PromQL that is watched");
    Double max = values.number(fields, "max").orElse(null);
    Double min = values.number(fields, "min").orElse(null);
    if (fields.get("max") == null && fields.get("min") == null) {
      fields.missing("max", "give the bound: `max`, `min` or both");
      return Optional.empty();
    }
    String name = values.text(fields, "name").orElse(query.orElse(""));
    return query.map(text -> new FailoverProfile.Guardrail(name, text, max, min));
  }

  private Optional<String> needed(Fields fields, String key, String whatWouldBeRight) {
    if (fields.get(key) == null) {
      fields.missing(key, whatWouldBeRight);
      return Optional.empty();
    }
    return values.text(fields, key).filter(text -> !text.isBlank());
  }

  RollbackProfile rollback(Fields top) {
    Optional<Fields> section = values.section(top, "rollback");
    if (section.isEmpty()) {
      return RollbackProfile.NONE;
    }
    Fields fields = section.get();
    RollbackProfile read =
        new RollbackProfile(
            values.text(fields, "directory").orElse(""),
            values.text(fields, "playbook").orElse(""),
            values.text(fields, "inventory").orElse(""),
            texts(fields, "variables"),
            values.text(fields, "limit").orElse(""),
            values.texts(fields, "tags"),
            texts(fields, "env"),
            values.text(fields, "stateFile").orElse(""),
            values.texts(fields, "versionFiles"),
            values.text(fields, "versionUrl").orElse(""),
            values.text(fields, "artifact").orElse(""),
            values.duration(fields, "previewMaxAge", RollbackProfile.PREVIEW_MAX_AGE),
            values.flag(fields, "githubIssue", false),
            values.flag(fields, "deploymentStatus", false));
    fields.noOthers();
    return read;
  }

  private Map<String, String> texts(Fields fields, String key) {
    Map<String, String> read = new LinkedHashMap<>();
    values
        .section(fields, key)
        .ifPresent(
            table ->
                table
                    .all()
                    .keySet()
                    .forEach(name -> values.text(table, name).ifPresent(v -> read.put(name, v))));
    return read;
  }

  HealthProfile health(Fields top) {
    Optional<Fields> section = values.section(top, "health");
    if (section.isEmpty()) {
      return HealthProfile.NONE;
    }
    Fields fields = section.get();
    HealthProfile read = new HealthProfile(values.sections(fields, "checks", this::check));
    fields.noOthers();
    return read;
  }

  private Optional<HealthProfile.Check> check(Fields fields) {
    Optional<String> category = needed(fields, "category", "one of " + words());
    String name = values.text(fields, "name").orElse("");
    URI url = values.url(fields, "url").orElse(null);
    List<String> command = values.texts(fields, "command");
    boolean blocking = values.flag(fields, "blocking", true);
    if (category.isPresent() && !CATEGORIES.contains(category.get())) {
      Node at = fields.get("category");
      String hint = NearestName.hint(category.get(), CATEGORIES);
      fields
          .problems()
          .add(
              at == null ? fields.node() : at,
              fields.field("category"),
              "`" + category.get() + "` is no category" + hint);
      return Optional.empty();
    }
    if ((fields.get("url") == null) == (fields.get("command") == null)) {
      fields.missing("url", "give either `url` or `command`");
      return Optional.empty();
    }
    return url == null && command.isEmpty()
        ? Optional.empty()
        : category.map(text -> new HealthProfile.Check(text, name, url, command, blocking));
  }

  private static String words() {
    return String.join(", ", CATEGORIES);
  }
}
