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
  private final RunbookDoor door;
  private final Map<String, String> typed = new HashMap<>();
  private final Map<Integer, StepRuns> runs = new HashMap<>();
  private final Map<Integer, Filled> filled = new HashMap<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private RunbookLibrary.Entry entry;
  private RunbookProgress progress;
  private Suggestions suggestions;
  private Set<String> seen;
  private String host;
  private String cause = "";
  private String resumed = "";
  private String trouble = "";
  private boolean changed;
  private int focused;
  private int text;

  /** Opened for nothing in particular. */
  OpenBook(RunbookLibrary.Entry entry, RunbookDoor door) {
    this.door = door;
    this.entry = entry;
    progress = RunbookProgress.fresh(entry.runbook());
    suggestions = Suggestions.of(door.profile(), Map.of(), null, null);
    seen = hashes(entry.runbook());
    host = host(door.profile(), Map.of(), "");
  }

  private static Set<String> hashes(Runbook runbook) {
    return runbook.steps().stream().map(Step::hash).collect(Collectors.toSet());
  }

  /** Opened by something that knows values. */
  void because(String words, Map<String, String> labels, String runner) {
    cause = words;
    String selected = runner.isEmpty() ? null : runner;
    host = host(door.profile(), labels, runner);
    suggestions = Suggestions.of(door.profile(), labels, selected, host.isEmpty() ? null : host);
    changedNow();
  }

  /** The machine that is meant; empty where more than one could be. */
  private static String host(Profile profile, Map<String, String> labels, String runner) {
    String named = runner.isEmpty() ? labels.getOrDefault("runner_name", "") : runner;
    String byRunner = profile.runner(named).map(RunnerProfile::host).orElse("");
    if (!byRunner.isEmpty()) {
      return byRunner;
    }
    for (String label : new String[] {"hostname", "host", "instance"}) {
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
    return filled.computeIfAbsent(step.number(), _ -> Filling.fill(step, values(step)));
  }

  RunbookDoor.Where where(Step step) {
    String selected = host.isEmpty() || !filled(step).targets().isEmpty() ? null : host;
    return door.where(filled(step).targets(), selected);
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
    filled.clear();
    version.set(version.get() + 1);
  }
}
