package io.signalbox.rollback.work;

import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.rollback.Migration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What artifacts and state file say of database migrations, the one that warns before the other.
 */
final class Migrations {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Migrations() {}

  static Migration between(GroundReader.Seen seen, String target) {
    Migration declared = seen.versions().migration(target);
    Migration built = built(seen.reach(), target);
    if (declared.state() == Migration.State.NOT_DECLARED) {
      return built;
    }
    return built.toAcknowledge() && !declared.toAcknowledge() ? built : declared;
  }

  /** The database schema of the version that runs, as its artifact says; empty where unknown. */
  static String schema(GroundReader.Seen seen) {
    return schema(seen.reach(), "current").map(String::valueOf).orElse("");
  }

  private static Migration built(@Nullable PlaybookAnswer reach, String target) {
    Optional<Long> from = schema(reach, "current");
    Optional<Long> to = schema(reach, "target");
    if (from.isEmpty() && to.isEmpty()) {
      return Migration.NOT_DECLARED;
    }
    if (from.isEmpty() || to.isEmpty()) {
      return new Migration(
          Migration.State.UNKNOWN,
          "the database schema of "
              + (to.isEmpty() ? target : "the version that runs")
              + " is not known, that of the other is "
              + from.or(() -> to).orElseThrow());
    }
    return from.get() > to.get()
        ? new Migration(
            Migration.State.IN_BETWEEN,
            "the running version works on database schema "
                + from.get()
                + ", "
                + target
                + " knows schema "
                + to.get())
        : new Migration(Migration.State.NONE, "both know database schema " + from.get());
  }

  private static Optional<Long> schema(@Nullable PlaybookAnswer reach, String which) {
    if (reach == null) {
      return Optional.empty();
    }
    return reach.all("manifest").stream()
        .filter(part -> part.words().equals(which))
        .findFirst()
        .flatMap(part -> number(part.block()));
  }

  private static Optional<Long> number(String manifest) {
    try {
      JsonNode schema = JSON.readTree(manifest).path("schema");
      return schema.isNumber() ? Optional.of(schema.asLong(0)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
