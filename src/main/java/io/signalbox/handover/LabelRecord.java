package io.signalbox.handover;

import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.Phase;
import io.signalbox.model.GithubRunner;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The label sets of all runners as a run found them, in the journal: what its undo restores.
 *
 * @param run the run's id
 * @param verb of that run
 * @param taker the runner that was to take the role
 * @param giver the runner that was to lose it
 * @param sets by registration
 */
record LabelRecord(String run, String verb, String taker, String giver, List<Known> sets) {
  /** The step's name in the record. */
  static final String STEP = "Record the labels";

  private static final String PREFIX = "labels:";
  private static final String TAKER = "taker";
  private static final String GIVER = "giver";

  /** One runner's labels. */
  record Known(String registeredAt, long id, String name, List<String> labels) {}

  /** What goes to the journal before the first change: the two as read live, the rest as listed. */
  static Map<String, String> facts(
      Profile profile, Snapshot snapshot, GithubRunner from, GithubRunner to) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(TAKER, to.name());
    facts.put(GIVER, from.name());
    if (!LiveRunners.gone(from)) {
      put(facts, from);
    }
    put(facts, to);
    GithubSight.in(snapshot).stream()
        .flatMap(sight -> sight.runners().stream())
        .filter(one -> profile.runners().isEmpty() || profile.runner(one.name()).isPresent())
        .filter(one -> !facts.containsKey(key(one)))
        .forEach(one -> put(facts, one));
    return facts;
  }

  private static void put(Map<String, String> facts, GithubRunner one) {
    facts.put(key(one), String.join(",", one.labels()));
  }

  private static String key(GithubRunner one) {
    return PREFIX + one.registeredAt() + ":" + one.id() + ":" + one.name();
  }

  /** The record of a run; empty where the journal has none. */
  static Optional<LabelRecord> of(Path journal, String run) throws IOException {
    return JournalReader.read(journal).stream()
        .filter(entry -> entry.actionId().equals(run))
        .filter(entry -> entry.phase() == Phase.STEP)
        .filter(entry -> STEP.equals(entry.params().get("step")))
        .map(LabelRecord::parse)
        .findFirst();
  }

  private static LabelRecord parse(JournalEntry entry) {
    List<Known> sets = new ArrayList<>();
    entry
        .params()
        .forEach(
            (key, value) -> {
              String[] parts = key.split(":", 4);
              if (key.startsWith(PREFIX) && parts.length == 4 && parts[2].matches("\\d{1,18}")) {
                List<String> labels = value.isEmpty() ? List.of() : List.of(value.split(","));
                sets.add(new Known(parts[1], Long.parseLong(parts[2]), parts[3], labels));
              }
            });
    return new LabelRecord(
        entry.actionId(),
        entry.action(),
        entry.params().getOrDefault(TAKER, ""),
        entry.params().getOrDefault(GIVER, ""),
        sets);
  }

  /** What was recorded of a runner. */
  Optional<Known> known(String name) {
    return sets.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
