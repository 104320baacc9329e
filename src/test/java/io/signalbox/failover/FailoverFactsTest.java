package io.signalbox.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.diagnosis.Diagnosis;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.Job;
import io.signalbox.model.RoleMove;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.Severity;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.FailoverProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Candidates, label states, queue, suggestion and escalation from a picture. */
class FailoverFactsTest {
  private final Pair pair = new Pair();

  private Candidate candidate(String name) {
    return CandidateTable.of(pair.snapshot(), pair.profile(), RoleMove.FAILOVER, "shop-runner-a")
        .stream()
        .filter(row -> row.runner().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String verdict(Candidate row, String id) {
    return row.checks().stream()
        .filter(check -> check.id().equals(id))
        .map(check -> check.verdict().word())
        .findFirst()
        .orElse("no such check");
  }

  @Test
  void aStandInQualifiesAndWhatIsNotConfiguredDoesNotBlock() {
    pair.offline.add("shop-runner-a");
    Candidate b = candidate("shop-runner-b");
    assertThat(b.qualifies()).as(b.whyNot()).isTrue();
    assertThat(verdict(b, "different-host")).isEqualTo("pass");
    assertThat(verdict(b, "cpu")).isEqualTo("not checked");
    assertThat(verdict(b, "version")).isEqualTo("pass");
  }

  @Test
  void limitsCountOnceTheProfileNamesThem() {
    pair.limits = new FailoverProfile.Limits(50, 60, 70);
    pair.cpu.put("shop-runner-b", 83.0);
    Candidate b = candidate("shop-runner-b");
    assertThat(b.qualifies()).isFalse();
    assertThat(b.whyNot()).contains("CPU 83.0 %, at most 50.0 %");
    assertThat(verdict(b, "memory")).isEqualTo("not checked");
  }

  @Test
  void F56_standInsThatAreTheSameMachineUnapprovedOfflineOrBusyDoNotQualify() {
    pair.runner("shop-runner-c", "runner-a", RunnerRole.SECONDARY, Pair.SECONDARY, true);
    pair.runner("shop-runner-d", "runner-b", RunnerRole.NONE, Pair.SECONDARY, false);
    pair.offline.add("shop-runner-d");
    pair.busy.add("shop-runner-b");
    assertThat(candidate("shop-runner-c").whyNot()).contains("the same host as shop-runner-a");
    assertThat(candidate("shop-runner-d").whyNot()).contains("not approved").contains("offline");
    assertThat(candidate("shop-runner-b").whyNot()).contains("busy");
  }

  @Test
  void everyRunnerIsShownAlsoWhoCannotStandForIt() {
    pair.offline.add("shop-runner-a");
    List<Candidate> there =
        CandidateTable.everyone(
            pair.snapshot(), pair.profile(), RoleMove.FAILOVER, "shop-runner-a");
    assertThat(there).extracting(Candidate::runner).endsWith("shop-runner-a");
    assertThat(there.getLast().eligible()).isFalse();
    assertThat(there.getLast().whyNot()).startsWith("has the role; offline");
    List<Candidate> back =
        CandidateTable.everyone(
            pair.snapshot(), pair.profile(), RoleMove.FAILBACK, "shop-runner-b");
    assertThat(back).extracting(Candidate::runner).contains("shop-runner-a", "shop-runner-b");
    assertThat(back.getFirst().eligible()).isTrue();
  }

  @Test
  void theRoutingLabelIsWhatTellsTheRolesApart() {
    Routing there =
        Routing.between(
            pair.profile(), RoleMove.FAILOVER, "shop-runner-a", "shop-runner-b", Pair.SECONDARY);
    assertThat(there.add()).containsExactly("primary");
    assertThat(there.remove()).containsExactly("primary");
    Routing back =
        Routing.between(
            pair.profile(),
            RoleMove.FAILBACK,
            "shop-runner-b",
            "shop-runner-a",
            List.of("self-hosted", "Linux", "production"));
    assertThat(back.add()).containsExactly("primary");
    assertThat(back.remove()).containsExactly("primary");
    assertThat(back.obstacle()).isEmpty();
  }

  @Test
  void theLabelsSayHowFarAFailoverIs() {
    assertThat(kind()).isEqualTo(FailoverState.Kind.NORMAL);
    pair.labels.put("shop-runner-b", Labels.plus(Pair.SECONDARY, List.of("Primary")));
    assertThat(kind()).isEqualTo(FailoverState.Kind.BOTH_ACTIVE);
    pair.labels.put("shop-runner-a", Labels.minus(Pair.PRIMARY, List.of("primary")));
    assertThat(kind()).isEqualTo(FailoverState.Kind.MOVED);
    pair.labels.put("shop-runner-b", Pair.SECONDARY);
    assertThat(kind()).isEqualTo(FailoverState.Kind.NONE_ACTIVE);
    pair.partial = true;
    assertThat(kind()).isEqualTo(FailoverState.Kind.UNKNOWN);
  }

  @Test
  void aCarrierThatTheProfileDoesNotListIsNotTakenForTheOneAtHome() {
    GithubRunner home = listed(1, "shop-runner-a", Pair.SECONDARY);
    GithubRunner stranger = listed(9, "stranger", Pair.PRIMARY);
    assertThat(FailoverState.of(pair.profile(), List.of(home, stranger)).words())
        .contains("stranger, not listed in the profile, carries")
        .contains("shop-runner-a does not");
  }

  private static GithubRunner listed(long id, String name, List<String> labels) {
    return new GithubRunner(id, "acme/shop", name, "linux", true, false, labels, null);
  }

  private FailoverState.Kind kind() {
    return FailoverState.of(pair.snapshot(), pair.profile()).kind();
  }

  @Test
  void aQueuedJobIsExplainedRunnerByRunner() {
    pair.runner("shop-runner-c", "runner-a", RunnerRole.SECONDARY, Pair.SECONDARY, true);
    pair.runner("shop-build-1", "runner-b", RunnerRole.NONE, List.of("self-hosted"), false);
    pair.offline.add("shop-runner-a");
    pair.queued("queued", "queued");
    QueuedJob job =
        new QueueExplanation(pair.snapshot(), pair.profile()).of(pair.runs.getFirst()).getFirst();
    assertThat(job.waitsFor()).isEqualTo(QueuedJob.WaitsFor.RUNNER);
    assertThat(job.givesUpAt()).isEqualTo(Pair.NOW.minusSeconds(600).plus(Duration.ofHours(24)));
    assertThat(job.runners())
        .extracting(one -> one.name() + " " + one.reason())
        .containsExactly(
            "shop-runner-a offline 41 min",
            "shop-runner-b lacks `primary`",
            "shop-runner-c lacks `primary`; same host as shop-runner-a, which is offline",
            "shop-build-1 lacks `production`, `primary`; not approved for failover");
    assertThat(job.anyTakesIt()).isFalse();
  }

  @Test
  void approvalAndConcurrencyAreNoMatterOfRunners() {
    pair.queued("waiting", "waiting");
    QueueExplanation queue = new QueueExplanation(pair.snapshot(), pair.profile());
    assertThat(queue.of(pair.runs.getFirst()).getFirst().waitsFor())
        .isEqualTo(QueuedJob.WaitsFor.APPROVAL);
    pair.runs.clear();
    pair.queued("pending", "pending");
    QueuedJob held = queue.of(pair.runs.getFirst()).getFirst();
    assertThat(held.waitsFor()).isEqualTo(QueuedJob.WaitsFor.CONCURRENCY);
    assertThat(held.givesUpAt()).isNull();
  }

  @Test
  void aFailoverIsSuggestedOnceThePrimaryIsGoneForTooLong() {
    pair.offline.add("shop-runner-a");
    Suggestion suggestion = Suggestion.of(pair.snapshot(), pair.profile()).orElseThrow();
    assertThat(suggestion.to()).isEqualTo("shop-runner-b");
    assertThat(suggestion.since()).isEqualTo(Pair.NOW.minus(Duration.ofMinutes(41)));
    pair.offlineFor = Duration.ofMinutes(4);
    assertThat(Suggestion.of(pair.snapshot(), pair.profile())).isEmpty();
  }

  @Test
  void withEverybodyDownPeopleAreToldByTheClock() {
    pair.offline.addAll(List.of("shop-runner-a", "shop-runner-b"));
    pair.offlineFor = Duration.ofMinutes(7);
    Escalation card = Escalation.of(pair.snapshot(), pair.profile()).orElseThrow();
    assertThat(card.lasted(Pair.NOW)).isEqualTo(Duration.ofMinutes(7));
    assertThat(card.steps()).extracting(Escalation.Step::due).contains(true, false);
    assertThat(card.steps().getFirst().what()).contains("shop-runner-a");
    pair.offline.remove("shop-runner-b");
    assertThat(Escalation.of(pair.snapshot(), pair.profile())).isEmpty();
  }

  @Test
  void aJobThatAnIdleRunnerWasNotGivenIsHeldByItsGroup() {
    pair.queued("queued", "queued");
    WorkflowRun waits = pair.runs.getFirst();
    assertThat(first(waits).waitsFor()).isEqualTo(QueuedJob.WaitsFor.RUNNER);
    pair.runs.add(running(waits, 411));
    QueuedJob held = first(waits);
    assertThat(held.waitsFor()).isEqualTo(QueuedJob.WaitsFor.CONCURRENCY);
    assertThat(held.why())
        .contains("for 10 min")
        .contains("#411")
        .contains("as far as can be told");
    assertThat(held.givesUpAt()).isNull();
    pair.busy.add("shop-runner-a");
    assertThat(first(waits).waitsFor()).as("nobody is idle").isEqualTo(QueuedJob.WaitsFor.RUNNER);
  }

  private QueuedJob first(WorkflowRun run) {
    return new QueueExplanation(pair.snapshot(), pair.profile()).of(run).getFirst();
  }

  private static WorkflowRun running(WorkflowRun like, int number) {
    Job job = like.jobs().getFirst();
    Job runs =
        new Job(
            3,
            9,
            job.name(),
            "in_progress",
            null,
            job.createdAt(),
            job.createdAt(),
            null,
            "shop-runner-b",
            job.labels(),
            List.of(),
            "");
    return like(like, 9, number, "Deploy", "in_progress", runs);
  }

  @Test
  void aJobForMachinesOfGithubsOwnIsNoTroubleOfTheseRunners() {
    pair.queued("queued", "queued");
    WorkflowRun run = pair.runs.getFirst();
    Job job = run.jobs().getFirst();
    Job hosted =
        new Job(
            2,
            1,
            "lint",
            "queued",
            null,
            Pair.NOW.minusSeconds(600),
            null,
            null,
            null,
            List.of("ubuntu-latest"),
            List.of(),
            "");
    QueuedJob explained =
        new QueueExplanation(pair.snapshot(), pair.profile()).explain(run, hosted);
    assertThat(explained.hosted()).isTrue();
    assertThat(explained.runners()).isEmpty();
    assertThat(explained.givesUpAt()).isNull();
    assertThat(Labels.hosted(job.labels())).isFalse();
    assertThat(Labels.hosted(List.of("self-hosted", "ubuntu-24.04"))).isFalse();
    pair.runs.set(0, like(run, run.id(), run.number(), "Lint", "queued", hosted));
    assertThat(findings()).isEmpty();
    pair.offline.add("shop-runner-a");
    pair.runs.set(0, run);
    assertThat(findings()).containsExactly(Severity.CRITICAL);
    pair.labels.put("shop-runner-b", List.of("self-hosted", "ubuntu-latest"));
    assertThat(new QueueExplanation(pair.snapshot(), pair.profile()).explain(run, hosted).hosted())
        .as("a runner of one's own has the label")
        .isFalse();
  }

  @Test
  void aPrimaryThatIsListedNoMoreIsNoMoveLeftHalfDone() {
    pair.offline.add("shop-runner-a");
    assertThat(FailoverState.gone(pair.snapshot(), pair.profile())).isEmpty();
    pair.unlisted.add("shop-runner-a");
    assertThat(FailoverState.gone(pair.snapshot(), pair.profile()))
        .containsExactly("shop-runner-a");
    assertThat(Suggestion.of(pair.snapshot(), pair.profile()).orElseThrow().to())
        .isEqualTo("shop-runner-b");
    pair.partial = true;
    assertThat(FailoverState.gone(pair.snapshot(), pair.profile())).isEmpty();
    assertThat(Suggestion.of(pair.snapshot(), pair.profile())).isEmpty();
  }

  private List<Severity> findings() {
    return new Diagnosis(pair.profile())
        .examine(pair.snapshot()).stream()
            .filter(one -> one.id().equals("job-queued"))
            .map(one -> one.severity())
            .toList();
  }

  private static WorkflowRun like(
      WorkflowRun like, long id, long number, String title, String status, Job job) {
    return new WorkflowRun(
        id,
        like.repository(),
        like.workflow(),
        like.path(),
        number,
        1,
        like.event(),
        title,
        "main",
        "abc",
        status,
        null,
        "ana",
        like.createdAt(),
        null,
        null,
        "",
        List.of(job),
        true);
  }
}
