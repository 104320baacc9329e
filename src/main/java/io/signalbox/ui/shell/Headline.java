package io.signalbox.ui.shell;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Severity;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.ui.kit.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one sentence at the top. Pure. Calm is said only when it was measured: every source fresh,
 * every runner online or busy, no alert firing.
 *
 * @param runner the runner it is about, null where it is about something else
 * @param steps what can be pressed about it, the best first
 * @param more the findings after the first
 */
record Headline(
    Kind kind,
    String title,
    String evidence,
    String nextStep,
    @Nullable String runner,
    List<NextStep> steps,
    List<Finding> more) {
  /** After this long without a new picture the picture itself is the finding. */
  static final Duration PICTURE_TOO_OLD = Duration.ofSeconds(60);

  /** What the sentence is, and so its sign and tone. */
  enum Kind {
    CRITICAL,
    WARNING,
    INFO,
    NOT_KNOWN,
    CALM
  }

  static Headline of(Snapshot snapshot, Instant now) {
    Duration age = Duration.between(snapshot.takenAt(), now);
    if (snapshot.seq() > 0 && age.compareTo(PICTURE_TOO_OLD) > 0) {
      return notKnown(
          "This picture is " + Ages.of(age) + " old",
          "Nothing new was put together since " + Ages.full(snapshot.takenAt()) + ".",
          "Press F5 to ask every source; if that does not help, start the console again.",
          snapshot.findings());
    }
    if (!snapshot.findings().isEmpty()) {
      Finding worst = snapshot.findings().getFirst();
      return new Headline(
          kind(worst.severity()),
          worst.title(),
          worst.evidence(),
          worst.nextStep(),
          worst.runner(),
          worst.steps(),
          List.copyOf(snapshot.findings().subList(1, snapshot.findings().size())));
    }
    return withoutFindings(snapshot, now);
  }

  private static Headline withoutFindings(Snapshot snapshot, Instant now) {
    List<SourceHealth> fresh = snapshot.sources().stream().filter(s -> s.state().fresh()).toList();
    if (snapshot.seq() > 0 && snapshot.sources().isEmpty()) {
      return notKnown(
          "No source is configured, so nothing is watched",
          "The profile names no Prometheus, Alertmanager, GitHub or exporter that can be asked.",
          "Correct the profile where the messages above say, then start the console again.",
          List.of());
    }
    if (fresh.isEmpty()) {
      return snapshot.sources().stream().allMatch(s -> s.state().readAt() == null)
          ? notKnown(
              "Nothing is known yet",
              "No source has answered so far: " + names(snapshot.sources()) + ".",
              "Wait for the first answers; each source above says how it stands.",
              List.of())
          : notKnown(
              "Nothing fresh is known",
              "Every source is stale or failing: " + names(snapshot.sources()) + ".",
              "Open a source above to see why, since when, and its next try.",
              List.of());
    }
    if (fresh.size() < snapshot.sources().size()) {
      List<SourceHealth> rest =
          snapshot.sources().stream().filter(s -> !s.state().fresh()).toList();
      return notKnown(
          "No trouble found, but not every source can be read",
          counts(snapshot) + ". Missing: " + names(rest) + ".",
          "Open the source above to see why, since when, and its next try.",
          List.of());
    }
    return measured(snapshot, fresh, now);
  }

  private static Headline measured(Snapshot snapshot, List<SourceHealth> fresh, Instant now) {
    List<AlertInstance> firing =
        snapshot.alerts().stream().filter(alert -> alert.state() == AlertState.FIRING).toList();
    if (!firing.isEmpty()) {
      AlertInstance worst = firing.getFirst();
      return new Headline(
          kind(worst.severity()),
          firing.size() == 1 ? worst.name() + " is firing" : firing.size() + " alerts are firing",
          worst.summary().isEmpty() ? worst.name() : worst.summary(),
          "Open Alerts to see them all.",
          null,
          List.of(),
          List.of());
    }
    if (snapshot.runners().isEmpty()) {
      return notKnown(
          "No runner is known",
          "Every source answers, and none names a runner.",
          "Check the token's rights and the runners section of the profile.",
          List.of());
    }
    boolean allWell =
        snapshot.runners().stream()
            .allMatch(r -> r.state() == RunnerState.ONLINE || r.state() == RunnerState.BUSY);
    boolean partial = snapshot.sources().stream().anyMatch(SourceHealth::partial);
    if (!allWell || partial) {
      return notKnown(
          counts(snapshot),
          partial
              ? "A source answered only in part; what is missing is not gone."
              : "The runners below say what is missing.",
          "Look at the runners that are not online.",
          List.of());
    }
    return new Headline(
        Kind.CALM, calm(snapshot), newest(fresh, now), "", null, List.of(), List.of());
  }

  private static String calm(Snapshot snapshot) {
    int all = snapshot.runners().size();
    long busy = snapshot.runners().stream().filter(RunnerTruth::busy).count();
    return (all == 1 ? "The one runner is online" : "All " + all + " runners online")
        + (busy == 0 ? "" : ", " + busy + " busy");
  }

  private static String newest(List<SourceHealth> fresh, Instant now) {
    return fresh.stream()
        .map(source -> source.age(now))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(age -> "Newest evidence " + Ages.of(age) + " old, from " + names(fresh) + ".")
        .orElse("");
  }

  private static String counts(Snapshot snapshot) {
    return java.util.Arrays.stream(RunnerState.values())
        .map(
            state -> {
              long count = snapshot.runners().stream().filter(r -> r.state() == state).count();
              return count == 0 ? "" : count + " " + state.word();
            })
        .filter(text -> !text.isEmpty())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), text -> text.isEmpty() ? "No runner is known" : text));
  }

  private static String names(List<SourceHealth> sources) {
    return sources.isEmpty()
        ? "none is configured"
        : sources.stream()
            .map(source -> source.id().kind().title())
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static Kind kind(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Kind.CRITICAL;
      case WARNING, UNRATED -> Kind.WARNING;
      case INFO -> Kind.INFO;
    };
  }

  private static Headline notKnown(
      String title, String evidence, String nextStep, List<Finding> more) {
    return new Headline(
        Kind.NOT_KNOWN, title, evidence, nextStep, null, List.of(), List.copyOf(more));
  }
}
