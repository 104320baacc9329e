package io.signalbox.service;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Signal;
import io.signalbox.remote.RemoteException;
import io.signalbox.snapshot.GithubSight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves a restart by what is read after it: the service on its machine, GitHub, Prometheus. A
 * source that is configured but cannot be read leaves the restart unproved; one that is read and
 * says otherwise at the end disproves it.
 */
final class RestartVerifier {
  /** Asking a source costs of its budget; looking at what it said does not. */
  private static final Duration ASK_EVERY = Duration.ofSeconds(10);

  /** A service that dies right after its start looks well at first: it has to stay up this long. */
  private static final Duration SETTLE = Duration.ofSeconds(15);

  private static final String SERVICE = "Service is active again";
  private static final String GITHUB = "GitHub says online";
  private static final String PROMETHEUS = "Prometheus says up";

  private final RestartSetup setup;
  private final ServiceSite site;
  private final ServiceSite.Place place;
  private final UnitFacts before;
  private final Instant done;
  private @Nullable UnitFacts firstUp;

  /**
   * Of one restart.
   *
   * @param done when the command had ended; only what is read later counts
   */
  RestartVerifier(
      RestartSetup setup,
      ServiceSite site,
      ServiceSite.Place place,
      UnitFacts before,
      Instant done) {
    this.setup = setup;
    this.site = site;
    this.place = place;
    this.before = before;
    this.done = done;
  }

  /** Looks again and again until all is proved or the time is over. */
  Outcome verify(Progress progress) throws InterruptedException {
    Instant deadline = done.plus(setup.within());
    Instant nextAsk = done;
    while (true) {
      if (!setup.clock().instant().isBefore(nextAsk)) {
        setup.askNow().run();
        nextAsk = setup.clock().instant().plus(ASK_EVERY);
      }
      List<Evidence> evidence = look();
      evidence.forEach(progress::evidence);
      boolean stayed = !setup.clock().instant().isBefore(done.plus(SETTLE));
      boolean settled = stayed && evidence.stream().allMatch(this::settled);
      if (settled || !setup.clock().instant().isBefore(deadline)) {
        return conclude(evidence);
      }
      setup.pause().between();
    }
  }

  private List<Evidence> look() throws InterruptedException {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(service());
    if (setup.profile().sources().github() != null) {
      evidence.add(github());
    }
    if (!setup.profile().sources().prometheus().isEmpty()) {
      evidence.add(prometheus());
    }
    return evidence;
  }

  /** Proved, or beyond proof however long one waits. */
  private boolean settled(Evidence evidence) {
    return evidence.result() == Result.PROVED
        || (evidence.what().equals(PROMETHEUS) && status().state() == InputState.NOT_MEASURED);
  }

  private Outcome conclude(List<Evidence> evidence) {
    Optional<Evidence> wrong = first(evidence, Result.DISPROVED);
    if (wrong.isPresent()) {
      return new Outcome(
          Verdict.FAILED_VERIFY,
          "restarted, but not as intended after "
              + waited()
              + ": "
              + words(wrong.get())
              + ". Treat it as an incident: see the service's journal on "
              + place.target().host());
    }
    Optional<Evidence> open = first(evidence, Result.NOT_READABLE);
    return open.isPresent()
        ? new Outcome(
            Verdict.SUCCEEDED_UNVERIFIED,
            "restarted, but not proved after " + waited() + ": " + words(open.get()))
        : Outcome.of(Verdict.SUCCEEDED_VERIFIED);
  }

  private static Optional<Evidence> first(List<Evidence> evidence, Result result) {
    return evidence.stream().filter(one -> one.result() == result).findFirst();
  }

  private static String words(Evidence evidence) {
    return "\""
        + evidence.what()
        + "\" is "
        + evidence.result().word()
        + " ("
        + evidence.observed()
        + ")";
  }

  private String waited() {
    return Duration.between(done, setup.clock().instant()).toSeconds() + " s";
  }

  /** The unit on its machine, against its state before. */
  Evidence service() throws InterruptedException {
    try {
      UnitFacts now = site.unit(place);
      boolean again = now.active() && !now.runsSince(before);
      String observed =
          now.active() && !again ? now.words() + ", the same start as before" : now.words();
      if (again && firstUp != null && !now.sameStartAs(firstUp)) {
        return evidence(SERVICE, Result.DISPROVED, observed + ", and has started again by itself");
      }
      firstUp = again && firstUp == null ? now : firstUp;
      return evidence(SERVICE, again ? Result.PROVED : Result.DISPROVED, observed);
    } catch (RemoteException e) {
      String why = e.getMessage();
      return evidence(SERVICE, Result.NOT_READABLE, why);
    }
  }

  private Evidence github() {
    GithubSight sight = GithubSight.in(setup.snapshots().get()).orElse(null);
    Instant at = sight == null ? null : sight.health().state().readAt();
    if (sight == null || at == null || !at.isAfter(done)) {
      String error = sight == null ? null : sight.health().error();
      return evidence(
          GITHUB,
          Result.NOT_READABLE,
          "no answer since the restart" + (error == null ? "" : ": " + error));
    }
    Optional<GithubRunner> runner = sight.runner(place.target().name());
    if (runner.isEmpty()) {
      return evidence(GITHUB, Result.NOT_READABLE, "the runner is not in GitHub's answer");
    }
    boolean online = runner.get().online();
    return evidence(
        GITHUB,
        online ? Result.PROVED : Result.DISPROVED,
        (online ? "online" : "offline") + after(at));
  }

  private Evidence prometheus() {
    Input status = status();
    Instant at = status.observedAt();
    Double value = status.number();
    if (status.state() != InputState.FRESH || value == null) {
      return evidence(PROMETHEUS, Result.NOT_READABLE, "its status is " + status.state().word());
    }
    if (at == null || !at.isAfter(done)) {
      return evidence(PROMETHEUS, Result.NOT_READABLE, "no sample since the restart");
    }
    return evidence(
        PROMETHEUS,
        value == 1 ? Result.PROVED : Result.DISPROVED,
        "status " + value.intValue() + after(at));
  }

  private Input status() {
    return setup
        .snapshots()
        .get()
        .runner(place.target().name())
        .map(runner -> runner.input(Signal.STATUS))
        .orElse(Input.notMeasured(Signal.STATUS.key()));
  }

  private String after(Instant at) {
    return ", read " + Duration.between(done, at).toSeconds() + " s after the restart";
  }

  private Evidence evidence(String what, Result result, String observed) {
    return new Evidence(what, result, observed, setup.clock().instant());
  }
}
