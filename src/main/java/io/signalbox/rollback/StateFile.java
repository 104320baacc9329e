package io.signalbox.rollback;

import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the state file declares.
 *
 * @param current empty where it says nothing
 * @param previous empty where it says nothing
 * @param migrations versions that came with a database migration; null where nothing is said
 * @param history versions in the order in which they were deployed, oldest first; may be empty
 * @param trouble why it could not be read, empty where it was
 */
public record StateFile(
    String current,
    String previous,
    @Nullable List<String> migrations,
    List<String> history,
    String trouble) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** None is configured. */
  public static final StateFile NONE =
      new StateFile("", "", null, List.of(), "no state file is configured");

  /** Copies the lists. */
  public StateFile {
    migrations = migrations == null ? null : List.copyOf(migrations);
    history = List.copyOf(history);
  }

  /** One that is there and says nothing that can be read: migrations may well be declared in it. */
  private static StateFile damaged(String why) {
    return new StateFile("", "", List.of(), List.of(), why);
  }

  /** One that could not be read. */
  public static StateFile unreadable(String why) {
    return new StateFile("", "", null, List.of(), why);
  }

  /** Reads its text, whatever it holds. */
  public static StateFile parse(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root == null || !root.isObject()) {
        return damaged("it holds no JSON object");
      }
      JsonNode migrations = root.path("migrations");
      return new StateFile(
          text(root, "current_version"),
          text(root, "previous_version"),
          migrations.isArray() ? texts(migrations) : null,
          texts(root.path("history")),
          "");
    } catch (JacksonException e) {
      return damaged("it holds no JSON: " + SafeText.line(String.valueOf(e.getOriginalMessage())));
    }
  }

  private static String text(JsonNode node, String name) {
    return SafeText.line(node.path(name).asString(""));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array) {
      String version = one.isObject() ? one.path("version").asString("") : one.asString("");
      texts.add(SafeText.line(version));
    }
    return texts;
  }

  /** Whether a migration lies between the current version and this one. */
  public Migration migration(String target) {
    if (migrations == null) {
      return Migration.NOT_DECLARED;
    }
    if (!trouble.isEmpty()) {
      return new Migration(
          Migration.State.UNKNOWN, "the state file cannot be asked about migrations: " + trouble);
    }
    int from = history.lastIndexOf(target);
    int to = history.lastIndexOf(current);
    if (current.isEmpty() || from < 0 || to < from) {
      if (migrations.contains(current)) {
        return new Migration(
            Migration.State.IN_BETWEEN, current + " came with a database migration");
      }
      return target.equals(previous)
          ? new Migration(Migration.State.NONE, "the state file says that " + current + " has none")
          : new Migration(
              Migration.State.UNKNOWN,
              "the state file declares migrations, but not the way from "
                  + current
                  + " back to "
                  + target);
    }
    List<String> between = history.subList(from + 1, to + 1);
    return between.stream()
        .filter(migrations::contains)
        .findFirst()
        .map(
            one ->
                new Migration(Migration.State.IN_BETWEEN, one + " came with a database migration"))
        .orElseGet(
            () ->
                new Migration(
                    Migration.State.NONE, "none of " + String.join(", ", between) + " has one"));
  }
}
