package io.signalbox.profile.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads typed values; a wrong type is recorded and counts as absent. */
final class Values {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private final Path folder;
  private final Path home;

  /**
   * @param folder what relative paths start from
   * @param home what {@code ~} stands for
   */
  Values(Path folder, Path home) {
    this.folder = folder;
    this.home = home;
  }

  Optional<String> text(Fields fields, String key) {
    Node node = fields.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      return Optional.of(scalar.getValue());
    }
    return wrong(fields, key, node, node instanceof ScalarNode ? "text, in quotes" : "text");
  }

  boolean flag(Fields fields, String key, boolean otherwise) {
    Node node = fields.get(key);
    if (node == null) {
      return otherwise;
    }
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    wrong(fields, key, node, "true or false");
    return otherwise;
  }

  Optional<Double> number(Fields fields, String key) {
    Node node = fields.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))) {
      try {
        return Optional.of(Double.valueOf(scalar.getValue()));
      } catch (NumberFormatException _) {
        return wrong(fields, key, node, "a plain number");
      }
    }
    return wrong(fields, key, node, "a number");
  }

  double percent(Fields fields, String key, double otherwise) {
    Optional<Double> value = number(fields, key);
    if (value.isPresent() && !(value.get() >= 0 && value.get() <= 100)) {
      fields.problems().add(at(fields, key), fields.field(key), "must lie between 0 and 100");
      return otherwise;
    }
    return value.orElse(otherwise);
  }

  Optional<Integer> port(Fields fields, String key) {
    Node node = fields.get(key);
    Optional<Double> value = number(fields, key);
    if (value.isEmpty() || node == null) {
      return Optional.empty();
    }
    double port = value.get();
    if (port != Math.rint(port) || port < 1 || port > 65535) {
      fields.problems().add(node, fields.field(key), "must be a port from 1 to 65535");
      return Optional.empty();
    }
    return Optional.of((int) port);
  }

  Duration duration(Fields fields, String key, Duration otherwise) {
    Node node = fields.get(key);
    if (node == null) {
      return otherwise;
    }
    Matcher match = DURATION.matcher(node instanceof ScalarNode s ? s.getValue() : "");
    if (!match.matches()) {
      wrong(fields, key, node, "a duration such as 500ms, 5s, 10m or 2h");
      return otherwise;
    }
    long count = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  /** How often a source is asked: a duration of at least a second. */
  Duration period(Fields fields, String key, Duration otherwise) {
    Duration period = duration(fields, key, otherwise);
    if (period.compareTo(Duration.ofSeconds(1)) < 0) {
      fields.problems().add(at(fields, key), fields.field(key), "must be at least 1s");
      return otherwise;
    }
    return period;
  }

  Optional<URI> url(Fields fields, String key) {
    Optional<String> text = text(fields, key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.get());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException _) {
      // falls through to the one message that fits both
    }
    fields
        .problems()
        .add(
            at(fields, key),
            fields.field(key),
            "must be an http or https address without user name, e.g. http://192.0.2.10:9090");
    return Optional.empty();
  }

  Optional<Path> path(Fields fields, String key) {
    return text(fields, key).flatMap(text -> resolve(text, at(fields, key), fields, key));
  }

  private Optional<Path> resolve(String text, Node at, Fields fields, String key) {
    try {
      if (text.equals("~") || text.startsWith("~/")) {
        return Optional.of(home.resolve(text.length() < 2 ? "" : text.substring(2)).normalize());
      }
      return Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException _) {
      fields.problems().add(at, fields.field(key), "is not a path");
      return Optional.empty();
    }
  }

  List<Path> paths(Fields fields, String key) {
    return texts(fields, key).stream()
        .flatMap(text -> resolve(text, at(fields, key), fields, key).stream())
        .toList();
  }

  Optional<Instant> instant(Fields fields, String key) {
    Optional<String> text = text(fields, key);
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException _) {
      return wrong(fields, key, at(fields, key), "a time such as \"2026-12-24T00:00:00Z\"");
    }
  }

  List<String> texts(Fields fields, String key) {
    Node node = fields.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      wrong(fields, key, node, "a list such as [one, two]");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.getValue().size(); i++) {
      Node item = list.getValue().get(i);
      if (item instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
        texts.add(scalar.getValue());
      } else {
        fields.problems().add(item, fields.field(key) + "[" + i + "]", "must be text");
      }
    }
    return texts;
  }

  Optional<Fields> section(Fields fields, String key) {
    Node node = fields.get(key);
    return switch (node) {
      case null -> Optional.empty();
      case MappingNode mapping ->
          Optional.of(new Fields(mapping, fields.field(key), fields.problems()));
      default -> wrong(fields, key, node, "a section with keys of its own");
    };
  }

  /** Reads a list of sections; an item that {@code read} rejects is left out. */
  <T> List<T> sections(Fields fields, String key, Function<Fields, Optional<T>> read) {
    Node node = fields.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      wrong(fields, key, node, "a list of sections, each beginning with `- `");
      return List.of();
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < list.getValue().size(); i++) {
      String path = fields.field(key) + "[" + i + "]";
      if (list.getValue().get(i) instanceof MappingNode mapping) {
        Fields item = new Fields(mapping, path, fields.problems());
        read.apply(item).ifPresent(items::add);
        item.noOthers();
      } else {
        fields.problems().add(list.getValue().get(i), path, "must be a section with keys");
      }
    }
    return items;
  }

  private static <T> Optional<T> wrong(Fields fields, String key, Node node, String right) {
    fields.problems().add(node, fields.field(key), "has the wrong type; it must be " + right);
    return Optional.empty();
  }

  private static Node at(Fields fields, String key) {
    Node node = fields.get(key);
    return node == null ? fields.node() : node;
  }
}
