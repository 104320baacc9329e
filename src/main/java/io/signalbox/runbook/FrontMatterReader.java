package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads what stands between two lines of three hyphens at a file's beginning.
 *
 * @param lines how many lines of the file it takes, both of those included; 0 where there is none
 */
record FrontMatterReader(FrontMatter frontMatter, int lines, @Nullable Problem problem) {
  private static final int LONGEST = 200;

  static FrontMatterReader read(List<String> lines) {
    FrontMatterReader none = new FrontMatterReader(FrontMatter.NONE, 0, null);
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
      return none;
    }
    for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
      if (lines.get(i).stripTrailing().matches("---|\\.\\.\\.")) {
        return parse(lines.subList(1, i), i + 1);
      }
    }
    boolean meant = lines.size() > 1 && lines.get(1).matches("[A-Za-z_-]+:(\\s.*)?");
    return meant
        ? new FrontMatterReader(
            FrontMatter.NONE, 0, new Problem(1, "the front matter is not closed by a line of ---"))
        : none;
  }

  private static FrontMatterReader parse(List<String> yaml, int taken) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setMaxAliasesForCollections(10)
              .setAllowRecursiveKeys(false)
              .build();
      Object read = new Load(settings).loadFromString(String.join("\n", yaml));
      if (read == null) {
        return new FrontMatterReader(FrontMatter.NONE, taken, null);
      }
      if (read instanceof Map<?, ?> map) {
        return new FrontMatterReader(of(map), taken, null);
      }
      return broken(taken, "it holds no keys");
    } catch (YamlEngineException | StackOverflowError e) {
      String why = e instanceof YamlEngineException ? String.valueOf(e.getMessage()) : "too deep";
      return broken(taken, why.lines().findFirst().orElse("it is no YAML"));
    }
  }

  private static FrontMatterReader broken(int taken, String why) {
    return new FrontMatterReader(
        FrontMatter.NONE, taken, new Problem(1, "the front matter cannot be read: " + why));
  }

  private static FrontMatter of(Map<?, ?> map) {
    List<String> related = new ArrayList<>(texts(map.get("related")));
    related.addAll(texts(map.get("related_runbooks")));
    return new FrontMatter(
        text(map, "title"),
        text(map, "severity"),
        text(map, "category"),
        text(map, "owner"),
        text(map, "last_updated"),
        text(map, "estimated_time"),
        related);
  }

  private static String text(Map<?, ?> map, String key) {
    return String.join(", ", texts(map.get(key)));
  }

  private static List<String> texts(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(one -> texts(one).stream()).toList();
    }
    return value instanceof Map ? List.of() : List.of(Harmless.line(String.valueOf(value)).strip());
  }
}
