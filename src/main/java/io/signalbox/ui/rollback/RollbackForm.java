package io.signalbox.ui.rollback;

import io.signalbox.action.Intent;
import io.signalbox.action.Intent.Acknowledged;
import io.signalbox.rollback.Migration;
import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.RollbackBoard.Ground;
import io.signalbox.rollback.Versions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the operator has said so far; nothing is said for them. The desk and the interlock judge
 * again for themselves. FX thread only.
 */
public final class RollbackForm {
  private final StringProperty target = new SimpleStringProperty("");
  private final StringProperty incident = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final StringProperty ticket = new SimpleStringProperty("");
  private final BooleanProperty migration = new SimpleBooleanProperty();
  private final ObjectProperty<List<String>> limit = new SimpleObjectProperty<>(List.of());

  /** What they said of each partial state, by its key. */
  private final ObjectProperty<Map<String, String>> partial = new SimpleObjectProperty<>(Map.of());

  /** A form in which nothing is filled in. */
  public RollbackForm() {
    var _ = target.subscribe(_ -> migration.set(false)); // it was said of another way
  }

  /** The version to go back to, empty while none is picked. */
  public StringProperty target() {
    return target;
  }

  StringProperty incident() {
    return incident;
  }

  StringProperty reason() {
    return reason;
  }

  StringProperty ticket() {
    return ticket;
  }

  BooleanProperty migration() {
    return migration;
  }

  /** Hosts that alone are worked on, empty for what the profile says. */
  public ObjectProperty<List<String>> limit() {
    return limit;
  }

  /** Everything that can change in it. */
  Observable[] parts() {
    return new Observable[] {target, incident, reason, ticket, migration, limit, partial};
  }

  /** Changes whenever a partial state was acknowledged. */
  Observable acknowledgement() {
    return partial;
  }

  /** The operator says what they know of this state; another state is not meant by it. */
  void acknowledge(PartialState state, String words) {
    Map<String, String> all = new HashMap<>(partial.get());
    all.put(state.key(), words.strip());
    partial.set(Map.copyOf(all));
  }

  boolean acknowledged(PartialState state) {
    return !known(state).isEmpty();
  }

  /** What they said of it, empty for nothing. */
  String known(PartialState state) {
    return partial.get().getOrDefault(state.key(), "");
  }

  /** Why this target cannot be looked at or previewed; empty where it can. */
  Optional<String> targetTrouble(Optional<Ground> ground) {
    if (target.get().isEmpty()) {
      return Optional.of("Pick the version to go back to");
    }
    return ground
        .flatMap(seen -> seen.versions().refusal(target.get()))
        .or(
            () ->
                Versions.valid(target.get())
                    ? Optional.empty()
                    : Optional.of("`" + target.get() + "` is no version"));
  }

  /** Whether a migration lies in between, as far as was read for this target. */
  Optional<Migration> migration(Optional<Ground> ground) {
    return target.get().isEmpty()
        ? Optional.empty()
        : ground.map(
            seen ->
                seen.target().equals(target.get())
                    ? seen.migration()
                    : seen.versions().migration(target.get()));
  }

  /** What is still to be said before a rollback can be planned, in the order of the page. */
  List<String> missing(Optional<Ground> ground) {
    List<String> missing = new ArrayList<>(beforePreview(ground));
    if (incident.get().isBlank()) {
      missing.add("Name the incident");
    }
    if (reason.get().isBlank()) {
      missing.add("Give a reason");
    }
    return missing;
  }

  /** What is still to be said before a preview: what the playbook is told is part of it. */
  List<String> beforePreview(Optional<Ground> ground) {
    List<String> missing = new ArrayList<>();
    targetTrouble(ground).ifPresent(missing::add);
    if (migration(ground).filter(Migration::toAcknowledge).isPresent() && !migration.get()) {
      missing.add("Say that you know of the database migration");
    }
    ground
        .map(Ground::partial)
        .filter(PartialState::partial)
        .filter(state -> !acknowledged(state))
        .ifPresent(_ -> missing.add("Acknowledge the partial state"));
    return missing;
  }

  Intent.PreviewRollback preview(Optional<Ground> ground) {
    return new Intent.PreviewRollback(target.get(), limit.get(), acknowledged(ground));
  }

  /** What the playbook is told is part of what a preview is of. */
  private Acknowledged acknowledged(Optional<Ground> ground) {
    return new Acknowledged(
        migration.get(), ground.map(Ground::partial).map(this::known).orElse(""));
  }

  Intent.Rollback rollback(Optional<Ground> ground) {
    return new Intent.Rollback(
        target.get(),
        reason.get().strip(),
        incident.get().strip(),
        ticket.get().strip(),
        limit.get(),
        acknowledged(ground));
  }
}
