package io.signalbox.snapshot.truth;

import static io.signalbox.snapshot.truth.Fleet.NOW;
import static io.signalbox.snapshot.truth.Fleet.failed;
import static io.signalbox.snapshot.truth.Fleet.profile;
import static io.signalbox.snapshot.truth.Fleet.runnerA;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.InputState;
import io.signalbox.model.RateBudget;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Sample;
import io.signalbox.model.Signal;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceState;
import io.signalbox.snapshot.SourceStates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
  private final Reconciler reconciler = new Reconciler(profile(runnerA()));

  private RunnerTruth only(SourceStates states) {
    return reconciler.reconcile(states, NOW).runners().getFirst();
  }

  private static List<String> reasons(RunnerTruth runner) {
    return runner.reasons().stream().map(Reason::id).toList();
  }

  @Test
  void onlineOnBothSidesIsOnline() {
    RunnerTruth runner =
        only(new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4).fresh());
    assertThat(runner.state()).isEqualTo(RunnerState.ONLINE);
    assertThat(runner.reasons()).isEmpty();
    assertThat(runner.input(Signal.STATUS).age(NOW)).hasSeconds(4);
  }

  @Test
  void busyOnGithubIsBusy() {
    RunnerTruth runner = only(new Fleet().onGithub(true, true).sample(Signal.STATUS, 1, 4).fresh());
    assertThat(runner.state()).isEqualTo(RunnerState.BUSY);
    assertThat(runner.busy()).isTrue();
  }

  @Test
  void offlineOnGithubWithoutAFreshOneIsOfflineAtOnce() {
    assertThat(only(new Fleet().onGithub(false, false).fresh()).state())
        .isEqualTo(RunnerState.OFFLINE);
    assertThat(
            only(new Fleet().onGithub(false, false).sample(Signal.STATUS, 1, 300).fresh()).state())
        .as("an old 1 says nothing")
        .isEqualTo(RunnerState.OFFLINE);
  }

  @Test
  void disagreementIsShownAndNotAveraged() {
    RunnerTruth runner =
        only(new Fleet().onGithub(false, false).sample(Signal.STATUS, 1, 4).fresh());
    assertThat(runner.state()).isEqualTo(RunnerState.DEGRADED);
    assertThat(reasons(runner)).contains("disagree");
    RunnerTruth other = only(new Fleet().onGithub(true, false).sample(Signal.STATUS, 0, 4).fresh());
    assertThat(other.state()).isEqualTo(RunnerState.DEGRADED);
    assertThat(reasons(other)).contains("service-mismatch");
  }

  @Test
  void aLongDisagreementBecomesOffline() {
    SourceStates states = new Fleet().onGithub(false, false).sample(Signal.STATUS, 1, -600).fresh();
    reconciler.reconcile(states, NOW);
    Snapshot later = reconciler.reconcile(states, NOW.plusSeconds(301));
    assertThat(later.runners().getFirst().state()).isEqualTo(RunnerState.OFFLINE);
  }

  @Test
  void aVanishedSeriesIsUnknownAndNeverZero() {
    RunnerTruth runner =
        only(new Fleet().onGithub(true, false).past(Signal.STATUS, 1, 30, 240).fresh());
    assertThat(runner.state()).isEqualTo(RunnerState.ONLINE);
    assertThat(runner.input(Signal.STATUS).state()).isEqualTo(InputState.UNKNOWN);
    assertThat(runner.input(Signal.STATUS).number()).isNull();
    assertThat(runner.hasBadge("monitoring-blind")).isTrue();
    assertThat(runner.reasons().getFirst().text()).isEqualTo("metrics missing, monitoring blind");
  }

  @Test
  void whatWasSeenEarlierInThisSessionIsMissedToo() {
    reconciler.reconcile(new Fleet().onGithub(true, false).sample(Signal.CPU, 10, 4).fresh(), NOW);
    RunnerTruth runner =
        reconciler
            .reconcile(new Fleet().onGithub(true, false).fresh(), NOW.plusSeconds(60))
            .runners()
            .getFirst();
    assertThat(runner.input(Signal.CPU).state()).isEqualTo(InputState.UNKNOWN);
  }

  @Test
  void aSignalThatNeverWasIsNotMeasuredAndDegradesNothing() {
    RunnerTruth runner =
        only(new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4).fresh());
    assertThat(runner.input(Signal.CAPACITY).state()).isEqualTo(InputState.NOT_MEASURED);
    assertThat(runner.state()).isEqualTo(RunnerState.ONLINE);
  }

  @Test
  void neitherSourceFreshIsUnknown() {
    Fleet fleet = new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 90);
    SourceStates states =
        Fleet.states(failed(fleet.prometheusReading(), 90), failed(fleet.githubReading(), 90));
    RunnerTruth runner = only(states);
    assertThat(runner.state()).isEqualTo(RunnerState.UNKNOWN);
    assertThat(runner.input(Signal.STATUS).state()).isEqualTo(InputState.STALE);
    assertThat(runner.input(Signal.STATUS).number()).as("the value stays readable").isEqualTo(1.0);
    assertThat(runner.busy()).isFalse();
  }

  @Test
  void nothingEverReadIsUnknown() {
    RunnerTruth runner =
        only(Fleet.states(new SourceState.Never<>(), new SourceState.Never<GithubReading>()));
    assertThat(runner.state()).isEqualTo(RunnerState.UNKNOWN);
  }

  @Test
  void theFirstLookIsNoChangeOfState() {
    Fleet fleet = new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4);
    reconciler.reconcile(
        Fleet.states(
            new SourceState.Fresh<>(fleet.prometheusReading(), NOW), new SourceState.Never<>()),
        NOW);
    RunnerTruth first = only(fleet.fresh());
    assertThat(first.since()).as("it was so before this console looked").isNull();
  }

  @Test
  void githubDownLeavesTheServiceSignalButNoCalm() {
    Fleet fleet = new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4);
    SourceState<?> _ = failed(fleet.githubReading(), 60);
    RunnerTruth up =
        only(
            Fleet.states(
                new SourceState.Fresh<>(fleet.prometheusReading(), NOW),
                failed(fleet.githubReading(), 60)));
    assertThat(up.state()).isEqualTo(RunnerState.DEGRADED);
    Fleet down = new Fleet().onGithub(true, false).sample(Signal.STATUS, 0, 4);
    RunnerTruth stopped =
        only(
            Fleet.states(
                new SourceState.Fresh<>(down.prometheusReading(), NOW),
                failed(down.githubReading(), 60)));
    assertThat(stopped.state()).isEqualTo(RunnerState.OFFLINE);
  }

  @Test
  void aWordThatGithubDoesNotDocumentIsNeitherOnlineNorOffline() {
    Fleet fleet = new Fleet().sample(Signal.STATUS, 1, 4);
    GithubReading reading =
        new GithubReading(
            List.of(
                new GithubRunner(
                    1, "acme/shop", "shop-runner-a", "Linux", "standby", false, List.of(), null)),
            List.of(),
            List.of(),
            List.of(),
            RateBudget.NOT_KNOWN);
    RunnerTruth runner =
        only(
            Fleet.states(
                new SourceState.Fresh<>(fleet.prometheusReading(), NOW),
                new SourceState.Fresh<>(Reading.whole(reading), NOW)));
    assertThat(runner.state()).isEqualTo(RunnerState.DEGRADED);
    assertThat(runner.input("github").state()).isEqualTo(InputState.UNKNOWN);
    assertThat(runner.reasons().getFirst().text()).contains("`standby`").contains("not known");
  }

  @Test
  void aPartialSweepNeverMakesARunnerDisappear() {
    Reading<GithubReading> partial =
        new Reading<>(new Fleet().githubReading().value(), true, List.of("page 2 failed"), "");
    Fleet fleet = new Fleet().sample(Signal.STATUS, 1, 4);
    RunnerTruth runner =
        only(
            Fleet.states(
                new SourceState.Fresh<>(fleet.prometheusReading(), NOW),
                new SourceState.Fresh<>(partial, NOW)));
    assertThat(runner.input("github").state()).isEqualTo(InputState.UNKNOWN);
    assertThat(runner.state()).isNotEqualTo(RunnerState.OFFLINE);
  }

  @Test
  void aWholeSweepWithoutTheRunnerMeansItIsNotRegistered() {
    RunnerTruth runner = only(new Fleet().sample(Signal.STATUS, 1, 4).fresh());
    assertThat(runner.state()).isEqualTo(RunnerState.OFFLINE);
    assertThat(reasons(runner)).contains("not-registered");
  }

  @Test
  void aResourceDegradesOnlyOnceItLasted() {
    Fleet shortly = new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4);
    shortly.sample(Signal.CPU, 95, 4).past(Signal.CPU, 95, 2, 10);
    assertThat(only(shortly.fresh()).state()).isEqualTo(RunnerState.ONLINE);
    Fleet lasting = new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4);
    lasting.sample(Signal.CPU, 95, 4).past(Signal.CPU, 95, 6, 10);
    RunnerTruth runner = only(lasting.fresh());
    assertThat(runner.state()).isEqualTo(RunnerState.DEGRADED);
    assertThat(runner.reasons().getFirst().text()).contains("95 %").contains("limit 80 %");
  }

  @Test
  void anOldCheckInDegradesAnIdleRunnerOnly() {
    double old = NOW.getEpochSecond() - 400;
    Fleet idle = new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4);
    assertThat(reasons(only(idle.sample(Signal.LAST_CHECK_IN, old, 4).fresh())))
        .contains("check-in");
    Fleet busy = new Fleet().onGithub(true, true).sample(Signal.STATUS, 1, 4);
    assertThat(only(busy.sample(Signal.LAST_CHECK_IN, old, 4).fresh()).state())
        .isEqualTo(RunnerState.BUSY);
  }

  @Test
  void labelsThatDifferFromTheProfileDegrade() {
    Fleet fleet = new Fleet().sample(Signal.STATUS, 1, 4);
    fleet.github.add(
        new GithubRunner(
            7,
            "acme/shop",
            "shop-runner-a",
            "Linux",
            true,
            false,
            List.of("SELF-HOSTED", "Production")));
    RunnerTruth runner = only(fleet.fresh());
    assertThat(runner.state()).isEqualTo(RunnerState.DEGRADED);
    assertThat(runner.reasons().getFirst().text())
        .contains("lacks primary")
        .doesNotContain("carries");
  }

  @Test
  void valuesThatCannotBeTrueAreUnknownWithTheReason() {
    Fleet fleet =
        new Fleet()
            .sample(Signal.STATUS, 7, 5)
            .sample(Signal.LAST_CHECK_IN, NOW.getEpochSecond() + 600, 5)
            .sample(Signal.CPU, Double.NaN, 5)
            .sample(Signal.MEMORY, 41, 5)
            .onGithub(true, false);
    Snapshot snapshot =
        new Reconciler(Fleet.profile(Fleet.runnerA())).reconcile(fleet.fresh(), NOW);
    RunnerTruth runner = snapshot.runners().getFirst();
    for (Signal signal : List.of(Signal.STATUS, Signal.LAST_CHECK_IN, Signal.CPU)) {
      assertThat(runner.input(signal).state()).isEqualTo(InputState.UNKNOWN);
      assertThat(runner.input(signal).number()).isNull();
    }
    assertThat(runner.input(Signal.MEMORY).fresh()).isTrue();
    assertThat(snapshot.warnings())
        .anyMatch(text -> text.contains("is 7, neither 0 nor 1"))
        .anyMatch(text -> text.contains("600 s in the future"))
        .anyMatch(text -> text.contains("is not a number"));
    Fleet skewed =
        new Fleet()
            .sample(Signal.STATUS, 1, 5)
            .sample(Signal.LAST_CHECK_IN, NOW.getEpochSecond() + 30, 5)
            .onGithub(true, false);
    assertThat(
            new Reconciler(Fleet.profile(Fleet.runnerA()))
                .reconcile(skewed.fresh(), NOW)
                .runners()
                .getFirst()
                .state())
        .isEqualTo(RunnerState.ONLINE);
  }

  @Test
  void duplicatedSeriesAreFolded() {
    Fleet fleet = new Fleet().onGithub(true, false);
    fleet.sample(Signal.STATUS, 0, 44).sample(Signal.STATUS, 1, 3);
    Snapshot snapshot = reconciler.reconcile(fleet.fresh(), NOW);
    assertThat(snapshot.runners()).hasSize(1);
    assertThat(snapshot.runners().getFirst().input(Signal.STATUS).number())
        .as("the newest sample counts")
        .isEqualTo(1.0);
  }

  @Test
  void withoutAMapRunnersAreDiscoveredAndUnmatchedOnesSaySo() {
    Fleet fleet = new Fleet().onGithub(true, false);
    fleet.github.add(new GithubRunner(8, "acme/shop", "lonely", "Linux", true, false, List.of()));
    fleet.samples.put(
        Signal.STATUS, List.of(new Sample(Map.of("hostname", "shop-runner-a"), 1, NOW)));
    List<RunnerTruth> runners = new Reconciler(profile()).reconcile(fleet.fresh(), NOW).runners();
    assertThat(runners).extracting(RunnerTruth::name).containsExactly("lonely", "shop-runner-a");
    assertThat(runners.get(0).hasBadge("unmatched")).isTrue();
    assertThat(runners.get(1).hasBadge("unmatched")).isFalse();
    assertThat(runners.get(1).host()).isEqualTo("shop-runner-a");
  }

  @Test
  void hostsFoldTheirRunnersAndRoles() {
    RunnerProfile second =
        new RunnerProfile("shop-runner-z", "runner-a", "", RunnerRole.SECONDARY, List.of(), false);
    Fleet fleet = new Fleet().onGithub(true, false).sample(Signal.STATUS, 1, 4);
    Snapshot snapshot = new Reconciler(profile(runnerA(), second)).reconcile(fleet.fresh(), NOW);
    assertThat(snapshot.hosts()).hasSize(1);
    assertThat(snapshot.hosts().getFirst().roles())
        .containsExactlyInAnyOrder(RunnerRole.PRIMARY, RunnerRole.SECONDARY);
    assertThat(snapshot.hosts().getFirst().state()).isEqualTo(RunnerState.OFFLINE);
  }
}
