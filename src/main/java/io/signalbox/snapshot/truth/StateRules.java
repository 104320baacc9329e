package io.signalbox.snapshot.truth;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.Severity;
import io.signalbox.model.Signal;
import io.signalbox.model.Spoken;
import io.signalbox.profile.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides a runner's state from its inputs. GitHub decides whether it takes jobs; the service
 * signal can contradict, and then the contradiction is the reason, not an average.
 */
final class StateRules {
  /** A state with its reasons, worst first. */
  record Ruled(RunnerState state, List<Reason> reasons) {}

  private final Thresholds thresholds;
  private final FleetMemory memory;
  private final Instant now;

  StateRules(Thresholds thresholds, FleetMemory memory, Instant now) {
    this.thresholds = thresholds;
    this.memory = memory;
    this.now = now;
  }

  Ruled rule(Facts facts) {
    List<Reason> reasons = new ArrayList<>();
    RunnerState state = state(facts, reasons);
    reasons.sort(Comparator.comparing(Reason::severity));
    return new Ruled(state, List.copyOf(reasons));
  }

  private RunnerState state(Facts facts, List<Reason> reasons) {
    Input github = facts.github();
    Input status = facts.status();
    if (github.fresh()) {
      return isOne(github) ? accepting(facts, reasons) : notAccepting(facts, reasons);
    }
    if (status.fresh() && !isOne(status)) {
      reasons.add(critical("service", "Its service is not active" + ageOf(status)));
      return RunnerState.OFFLINE;
    }
    if (facts.githubConfigured()) {
      reasons.add(warning("github-unreadable", unreadable(github)));
      return status.fresh() ? RunnerState.DEGRADED : nothingFresh(facts, reasons);
    }
    return status.fresh() ? accepting(facts, reasons) : nothingFresh(facts, reasons);
  }

  private String unreadable(Input github) {
    String known = github.text() == null ? "" : "; last known: " + github.text() + ageOf(github);
    return github.state() == InputState.UNKNOWN && github.text() != null
        ? "GitHub calls it " + github.text() + ": whether it takes jobs is not known"
        : "GitHub cannot be read, so whether it takes jobs is not known" + known;
  }

  private static RunnerState nothingFresh(Facts facts, List<Reason> reasons) {
    String text = "No source has a fresh value: " + facts.missing();
    reasons.add(warning("nothing-fresh", text));
    return RunnerState.UNKNOWN;
  }

  private RunnerState notAccepting(Facts facts, List<Reason> reasons) {
    Input status = facts.status();
    if ("not registered".equals(facts.github().text())) {
      reasons.add(critical("not-registered", "GitHub does not list it: it takes no jobs"));
      return RunnerState.OFFLINE;
    }
    Instant since = memory.githubOffline(facts.name(), true, now);
    boolean justSeen = since == null || !since.isBefore(now);
    String forHowLong = justSeen ? "" : " for " + words(Duration.between(since, now));
    boolean disagree = status.fresh() && isOne(status);
    if (!disagree) {
      reasons.add(critical("github-offline", "GitHub says offline" + saysStatus(status)));
      return RunnerState.OFFLINE;
    }
    reasons.add(
        warning(
            "disagree",
            "GitHub says offline"
                + forHowLong
                + ", but its service is active"
                + ageOf(status)
                + ": check its network and token"));
    boolean overdue =
        since != null && Duration.between(since, now).compareTo(offlineLimit(facts.role())) >= 0;
    return overdue ? RunnerState.OFFLINE : RunnerState.DEGRADED;
  }

  private static String saysStatus(Input status) {
    return status.fresh() ? " and its service is not active" : "";
  }

  /** After how long an offline runner becomes the worst kind of finding. */
  Duration offlineLimit(RunnerRole role) {
    return role == RunnerRole.SECONDARY
        ? thresholds.offlineSecondary()
        : thresholds.offlinePrimary();
  }

  private RunnerState accepting(Facts facts, List<Reason> reasons) {
    memory.githubOffline(facts.name(), false, now);
    Input status = facts.status();
    if (status.fresh() && !isOne(status)) {
      reasons.add(
          warning(
              "service-mismatch",
              "GitHub says online, but its service is not active" + ageOf(status)));
    }
    labels(facts, reasons);
    checkIn(facts, reasons);
    resource(facts, Signal.CPU, thresholds.cpuPercent(), reasons);
    resource(facts, Signal.MEMORY, thresholds.memoryPercent(), reasons);
    resource(facts, Signal.DISK, thresholds.diskPercent(), reasons);
    if (!reasons.isEmpty()) {
      return RunnerState.DEGRADED;
    }
    return facts.busy() ? RunnerState.BUSY : RunnerState.ONLINE;
  }

  private static void labels(Facts facts, List<Reason> reasons) {
    if (facts.expectedLabels().isEmpty() || !facts.github().fresh()) {
      return;
    }
    Set<String> has = lower(facts.labels());
    Set<String> wants = lower(facts.expectedLabels());
    String missing = difference(wants, has);
    String extra = difference(has, wants);
    if (!missing.isEmpty() || !extra.isEmpty()) {
      String lacks = missing.isEmpty() ? "" : " lacks " + missing;
      String carries =
          extra.isEmpty() ? "" : (missing.isEmpty() ? "" : ";") + " carries also " + extra;
      reasons.add(warning("labels", "Labels differ from the profile:" + lacks + carries));
    }
  }

  private static Set<String> lower(List<String> labels) {
    return labels.stream()
        .map(label -> label.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String difference(Set<String> from, Set<String> without) {
    return from.stream().filter(l -> !without.contains(l)).collect(Collectors.joining(", "));
  }

  private void checkIn(Facts facts, List<Reason> reasons) {
    Input checkIn = facts.input(Signal.LAST_CHECK_IN);
    Double seconds = checkIn.number();
    if (!checkIn.fresh() || seconds == null || facts.busy()) {
      return;
    }
    Duration age = Duration.between(Instant.ofEpochMilli((long) (seconds * 1000)), now);
    if (age.compareTo(thresholds.checkInAge()) > 0) {
      reasons.add(
          warning(
              "check-in",
              "Last check-in " + words(age) + " ago, limit " + words(thresholds.checkInAge())));
    }
  }

  private void resource(Facts facts, Signal signal, double limit, List<Reason> reasons) {
    Input input = facts.input(signal);
    Double value = input.number();
    boolean over = input.fresh() && value != null && value > limit;
    Instant seen = memory.over(facts.name(), signal, over, now);
    if (!over || seen == null) {
      return;
    }
    Instant since = facts.overSince(signal, limit);
    since = since == null || seen.isBefore(since) ? seen : since;
    Duration lasted = Duration.between(since, now);
    if (lasted.compareTo(thresholds.sustained()) >= 0) {
      String text =
          "%s %.0f %% for %s, limit %.0f %%"
              .formatted(capital(signal.word()), value, words(lasted), limit);
      reasons.add(warning(signal.key(), text));
    }
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private String ageOf(Input input) {
    Duration age = input.age(now);
    return age == null ? " (age not known)" : " (" + words(age) + " ago)";
  }

  private static boolean isOne(Input input) {
    Double number = input.number();
    return number != null && number >= 1;
  }

  private static Reason critical(String id, String text) {
    return new Reason(id, Severity.CRITICAL, text);
  }

  private static Reason warning(String id, String text) {
    return new Reason(id, Severity.WARNING, text);
  }

  private static String words(@Nullable Duration duration) {
    return Spoken.duration(duration);
  }
}
