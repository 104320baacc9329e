package io.signalbox.ui.runbook;

import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.runbook.Filled;
import io.signalbox.runbook.Filling;
import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.Suggestion;
import io.signalbox.runbook.Suggestions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** A runbook that is being worked through: its text, its gaps, where one stands. FX thread only. */
final class OpenBook {
  private static final List<String> PLACES =
      List.of("hostname", "host", "instance", "runner", "runner_name", "runner_role");

  private final RunbookDoor door;
  private final Map<String, String> typed = new HashMap<>();
  private final Map<Integer, StepRuns> runs = new HashMap<>();
  private final Map<Integer, With> filled = new HashMap<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private RunbookLibrary.Entry entry;
  private RunbookProgress progress;
  private Suggestions suggestions;
  private Set<String> seen;
  private String host;
  private Map<String, String> known = Map.of();
  private String led = "";
  private String meant = "";
  private String cause = "";
  private String resumed = "";
  private String trouble = "";
  private boolean changed;
  private int focused;
  private int text;

  /** A step with values: taking a long one apart again takes longer than a frame. */
  private record With(String hash, Map<String, String> values, Filled filled) {}

  /** Opened for nothing in particular. */
  OpenBook(RunbookLibrary.Entry entry, RunbookDoor door) {
    this.door = door;
    this.entry = entry;
    progress = RunbookProgress.fresh(entry.runbook());
    seen = hashes(entry.runbook());
    host = host(door.profile(), Map.of(), "");
    suggestions = suggestions();
  }

  private static Set<String> hashes(Runbook runbook) {
    return runbook.steps().stream().map(Step::hash).collect(Collectors.toSet());
  }

  /** Opened by something that knows values. */
  void because(String words, Map<String, String> labels, String runner) {
    cause = words;
    known = Map.copyOf(labels);
    host = host(door.profile(), labels, runner);
    led = host;
    meant = runner;
    suggestions = suggestions();
    changedNow();
  }

  /** What an alert says of a machine is no value for another one that the operator chose. */
  private Suggestions suggestions() {
    boolean same = host.equals(led);
    Map<String, String> fit = new HashMap<>(known);
    if (!same) {
      PLACES.forEach(fit::remove);
    }
    return Suggestions.of(
        door.profile(), fit, same && !meant.isEmpty() ? meant : null, host.isEmpty() ? null : host);
  }

  /** The machine that is meant; empty where more than one could be. */
  private static String host(Profile profile, Map<String, String> labels, String runner) {
    String named = runner.isEmpty() ? labels.getOrDefault("runner_name", "") : runner;
    String byRunner = profile.runner(named).map(RunnerProfile::host).orElse("");
    if (!byRunner.isEmpty()) {
      return byRunner;
    }
    for (String label : List.of("hostname", "host", "instance")) {
      String value = labels.getOrDefault(label, "");
      Optional<HostProfile> found =
          profile.hosts().stream()
              .filter(_ -> !value.isEmpty())
              .filter(
                  one ->
                      one.name().equals(value)
                          || one.hostname().equals(value)
                          || one.instances().contains(value))
              .findFirst();
      if (found.isPresent()) {
        return found.get().name();
      }
    }
    return profile.hosts().size() == 1 ? profile.hosts().getFirst().name() : "";
  }

  /** The file as it reads now, which is other than before. */
  void reread(RunbookLibrary.Entry now) {
    entry = now;
    changed = true;
    text++;
    changedNow();
  }

  /** The operator has read the new text. */
  void read() {
    changed = false;
    seen = hashes(entry.runbook());
    changedNow();
  }

  /** Counts up with each new text. */
  int text() {
    return text;
  }

  boolean changed() {
    return changed;
  }

  /** True where a step does not read as when it was opened, or as when it ran. */
  boolean edited(Step step) {
    return progress.edited(step) || !seen.contains(step.hash());
  }

  void progress(RunbookProgress now) {
    if (!now.equals(progress)) {
      progress = now;
      changedNow();
    }
  }

  RunbookProgress progress() {
    return progress;
  }

  RunbookLibrary.Entry entry() {
    return entry;
  }

  Runbook runbook() {
    return entry.runbook();
  }

  String cause() {
    return cause;
  }

  /** Who worked on it before this opening; empty for nobody. */
  String resumed() {
    return resumed;
  }

  void resumed(String words) {
    resumed = words;
    changedNow();
  }

  /** Why something could not be kept; empty otherwise. */
  String trouble() {
    return trouble;
  }

  void trouble(String words) {
    trouble = words;
    changedNow();
  }

  /** The number of the step in focus, 0 for none. */
  int focused() {
    return focused;
  }

  void focus(int number) {
    focused = number;
    changedNow();
  }

  /** The machine for steps that name none; empty while none is chosen. */
  String host() {
    return host;
  }

  void host(String name) {
    host = name;
    suggestions = suggestions();
    changedNow();
  }

  List<HostProfile> hosts() {
    return door.profile().hosts();
  }

  void type(String gap, String value) {
    typed.put(gap, value);
    changedNow();
  }

  String value(Placeholder gap) {
    return typed.getOrDefault(gap.name(), suggestions.of(gap).map(Suggestion::value).orElse(""));
  }

  /** Where a value comes from, for the operator. */
  String source(Placeholder gap) {
    String own = typed.get(gap.name());
    Optional<Suggestion> known = suggestions.of(gap);
    if (own != null && known.map(one -> !one.value().equals(own)).orElse(true)) {
      return own.isBlank() ? "not filled in" : "typed";
    }
    return known.map(one -> "from " + one.from()).orElse("not filled in");
  }

  Map<String, String> values(Step step) {
    Map<String, String> values = new LinkedHashMap<>();
    step.placeholders().forEach(gap -> values.put(gap.name(), value(gap)));
    return values;
  }

  Filled filled(Step step) {
    Map<String, String> values = values(step);
    With known = filled.get(step.number());
    if (known == null || !known.hash().equals(step.hash()) || !known.values().equals(values)) {
      known = new With(step.hash(), values, Filling.fill(step, values));
      filled.put(step.number(), known);
    }
    return known.filled();
  }

  RunbookDoor.Where where(Step step) {
    String selected = host.isEmpty() || !filled(step).targets().isEmpty() ? null : host;
    return door.where(filled(step).targets(), selected);
  }

  /** A change goes to one machine at a time: the chosen one, else the first it is not done on. */
  String next(Step step) {
    List<String> hosts = where(step).hosts();
    List<String> open = hosts.stream().filter(host -> !doneOn(step, host)).toList();
    StepRuns known = runs.get(step.number());
    String chosen = known == null ? "" : known.chosen();
    boolean free = open.isEmpty() ? hosts.contains(chosen) : open.contains(chosen);
    return free ? chosen : open.isEmpty() ? hosts.getFirst() : open.getFirst();
  }

  /** True where it ended well on this machine. */
  boolean doneOn(Step step, String host) {
    return progress.record(step, host).state().done();
  }

  StepRuns runs(Step step) {
    return runs.computeIfAbsent(step.number(), _ -> new StepRuns());
  }

  @Nullable StepRuns known(Step step) {
    return runs.get(step.number());
  }

  Map<Integer, StepRuns> allRuns() {
    return Map.copyOf(runs);
  }

  /** Counts up with each change. */
  ReadOnlyIntegerProperty version() {
    return version.getReadOnlyProperty();
  }

  void changedNow() {
    version.set(version.get() + 1);
  }
}
