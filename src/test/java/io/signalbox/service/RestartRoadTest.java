package io.signalbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Evidence;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.RunStep;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.interlock.ReadOnlyState;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.RuleEvidence;
import io.signalbox.interlock.Ruling;
import io.signalbox.interlock.Tier;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalVerifier;
import io.signalbox.journal.Phase;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.InputState;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunState;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.MutableClock;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.RoadRig;
import io.signalbox.rig.SnapshotFixture;
import io.signalbox.snapshot.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intent, plan, approval, permit, command, proof and record, with a real sshd at the other end. */
class RestartRoadTest {
  @TempDir Path folder;
  private RoadRig rig;

  private void open(UnaryOperator<ProfileFixture> change) throws Exception {
    rig = new RoadRig(folder, change);
  }

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  private static Ruling ruling(Plan plan, String rule) {
    return plan.preconditions().stream()
        .filter(one -> one.rule().equals(rule))
        .map(Precondition::ruling)
        .findFirst()
        .orElseThrow();
  }

  private static List<Evidence.Result> results(ActionRun run) {
    return run.evidence().stream().map(Evidence::result).toList();
  }

  @Test
  void aRestartIsDoneOnceAndProvedByThreeReadBacks() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    assertThat(plan.refused()).as("%s", plan.preconditions()).isFalse();
    assertThat(plan.tier()).isEqualTo(Tier.CARD);
    assertThat(plan.draft().consequence())
        .isEqualTo(
            "Restarts the runner service on runner-a. shop-runner-a takes no jobs for about 10"
                + " seconds.");
    assertThat(plan.confirmText()).isEqualTo("production/shop-runner-a");
    assertThat(rig.desk().objections(plan)).isEmpty();
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict())
        .as("%s %s", run.error(), run.evidence())
        .isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(results(run))
        .containsExactly(Evidence.Result.PROVED, Evidence.Result.PROVED, Evidence.Result.PROVED);
    assertThat(run.steps()).extracting(RunStep::verdict).containsOnly(Verdict.SUCCEEDED_VERIFIED);
    assertThat(run.output()).anyMatch(line -> line.text().equals("restarted"));
    assertThat(rig.restarts()).containsExactly("systemctl restart " + ProfileFixture.UNIT);
    assertThat(rig.desk().runs()).containsExactly(run);
  }

  @Test
  void everyPhaseIsOnRecordAndTheChainHolds() throws Exception {
    open(profile -> profile);
    rig.approve(rig.proposeRestart());
    assertThat(rig.phases())
        .startsWith("requested", "planned", "permitted")
        .endsWith("outcome")
        .containsSubsequence("permitted", "step", "step", "started", "step", "step", "outcome");
    JournalEntry outcome = rig.recorded().getLast();
    assertThat(outcome.result()).isEqualTo("SUCCEEDED_VERIFIED");
    assertThat(outcome.target()).isEqualTo("production/shop-runner-a");
    assertThat(JournalVerifier.folder(rig.journalFolder()).intact()).isTrue();
  }

  @Test
  void theRecordIsOnDiskBeforeTheCommandRuns() throws Exception {
    open(profile -> profile);
    rig.service()
        .onRestart(
            "cat "
                + rig.journalFolder()
                + "/journal-*.jsonl > "
                + folder.resolve("seen")
                + "; echo 'Mon 2026-01-05 09:30:00 UTC' > "
                + folder.resolve("service/entered")
                + "; exit 0");
    rig.approve(rig.proposeRestart());
    assertThat(Files.readString(folder.resolve("seen"))).contains("\"phase\":\"started\"");
  }

  @Test
  void aPlanRunsOnlyOnce() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    ActionRun first = rig.approve(plan);
    ActionRun second = rig.approve(plan);
    assertThat(second.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(rig.restarts()).hasSize(1);
    assertThat(rig.desk().runs()).as("the run that was carried out").containsExactly(first);
    assertThat(rig.recorded().stream().filter(entry -> entry.phase() == Phase.OUTCOME)).hasSize(1);
    assertThat(rig.desk().objections(plan)).isNotEmpty();
  }

  @Test
  void busyAtTheLastMomentSendsNothing() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    rig.lookup(
        (where, id) ->
            Optional.of(
                new GithubRunner(id, where, "shop-runner-a", "linux", true, true, List.of())));
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).startsWith("busy: ").contains("nothing was sent");
    assertThat(rig.restarts()).isEmpty();
    assertThat(rig.phases()).doesNotContain("started");
  }

  @Test
  void busyThatCannotBeReadSendsNothing() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    rig.lookup(
        (where, id) -> {
          throw SourceException.passing("GitHub did not answer within 15 s", null);
        });
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).startsWith("busy: ").contains("did not answer");
    assertThat(rig.restarts()).isEmpty();
  }

  @Test
  void aBusyRunnerIsRefusedOnThePlan() throws Exception {
    open(profile -> profile);
    rig.world(at -> SnapshotFixture.calm(at).busy().build());
    Plan plan = rig.proposeRestart();
    assertThat(ruling(plan, "busy")).isEqualTo(Ruling.REFUSE);
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).contains("busy");
    assertThat(rig.restarts()).isEmpty();
  }

  @Test
  void aChangedHostKeySendsNotOneByteOfACommand() throws Exception {
    open(profile -> profile);
    rig.sshd().rotateHostKey();
    Plan plan = rig.proposeRestart();
    assertThat(ruling(plan, "identity")).isEqualTo(Ruling.REFUSE);
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).contains("CHANGED").contains(rig.sshd().fingerprint());
    assertThat(rig.service().calls()).doesNotExist();
  }

  @Test
  void aHostKeyThatChangesAfterThePlanSendsNothingEither() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    Files.delete(rig.service().calls());
    rig.sshd().rotateHostKey();
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).contains("CHANGED");
    assertThat(rig.service().calls()).doesNotExist();
  }

  @Test
  void anUnknownHostKeySendsNotOneByteOfACommand() throws Exception {
    open(profile -> profile);
    Files.writeString(rig.knownHosts(), "");
    ActionRun run = rig.approve(rig.proposeRestart());
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).contains("not known").contains(rig.sshd().fingerprint());
    assertThat(rig.service().calls()).doesNotExist();
  }

  /** Begins, says so in a file, and ends once another file is there. */
  private Path restartThatWaits() throws Exception {
    Path begun = folder.resolve("begun");
    rig.service()
        .onRestart(
            "touch %s; echo begun; while [ ! -e %s ]; do sleep 0.1; done; echo '%s' > %s; exit 0"
                .formatted(
                    begun,
                    folder.resolve("go"),
                    "Mon 2026-01-05 09:30:00 UTC",
                    folder.resolve("service/entered")));
    return begun;
  }

  @Test
  void aLineThatIsCutWhileTheCommandRunsIsPickedUpAgain() throws Exception {
    open(profile -> profile);
    Path begun = restartThatWaits();
    Plan plan = rig.proposeRestart();
    CompletableFuture<ActionRun> end =
        rig.desk().approve(plan, new Approval(plan.hash(), "", "", "ana", MutableClock.START));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
    rig.sshd().cutConnections();
    Files.createFile(folder.resolve("go"));
    ActionRun run = end.get(60, TimeUnit.SECONDS);
    assertThat(run.verdict()).as("%s", run.error()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(rig.restarts()).hasSize(1);
    assertThat(run.output()).filteredOn(line -> line.text().equals("begun")).hasSize(1);
  }

  @Test
  void whatWasBegunIsProvedByWhoComesLater() throws Exception {
    open(profile -> profile);
    Path begun = restartThatWaits();
    Plan plan = rig.proposeRestart();
    CompletableFuture<ActionRun> _ =
        rig.desk().approve(plan, new Approval(plan.hash(), "", "", "ana", MutableClock.START));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
    RunStatus going = rig.runs().status("runner-a", plan.id());
    assertThat(going.state()).isEqualTo(RunState.RUNNING);
    assertThat(going.meta().target()).isEqualTo("shop-runner-a");
    assertThat(new RestartAfterwards(rig.restart()).proves(going)).isFalse();
    Files.createFile(folder.resolve("go"));
    RunStatus over =
        rig.runs().follow("runner-a", plan.id(), new DurableRig.Kept(), DurableRuns.PATIENCE);
    assertThat(new RestartAfterwards(rig.restart()).proves(over)).isTrue();
    List<Evidence> seen = new ArrayList<>();
    Outcome outcome = new RestartAfterwards(rig.restart()).prove(over, seen::add);
    assertThat(outcome.verdict()).as("%s", outcome.error()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(seen).extracting(Evidence::what).contains("Service is active again");
    ActionRun read = rig.approve(rig.propose(new Intent.AttachRun("runner-a", plan.id())), "", "");
    assertThat(read.verdict()).as("%s", read.error()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(read.output()).anyMatch(line -> line.text().equals("begun"));
    rig.service().entered("Mon 2026-01-05 08:00:00 UTC");
    assertThat(new RestartAfterwards(rig.restart()).prove(over, seen::add).verdict())
        .as("the same start as before")
        .isEqualTo(Verdict.FAILED_VERIFY);
  }

  @Test
  void aLockThatIsHeldRefusesTheRestart() throws Exception {
    open(profile -> profile);
    Path begun = restartThatWaits();
    Plan plan = rig.proposeRestart();
    CompletableFuture<ActionRun> end =
        rig.desk().approve(plan, new Approval(plan.hash(), "", "", "ana", MutableClock.START));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
    assertThat(ruling(rig.proposeRestart(), "lock")).isEqualTo(Ruling.REFUSE);
    Files.createFile(folder.resolve("go"));
    assertThat(end.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
  }

  @Test
  void aFailedRestartIsFailedWithItsWords() throws Exception {
    open(profile -> profile);
    rig.service().onRestart("echo 'Job for the unit failed.' >&2; exit 1");
    ActionRun run = rig.approve(rig.proposeRestart());
    assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(run.error()).contains("exit code 1").contains("Job for the unit failed.");
  }

  @Test
  void sudoThatAsksForAPasswordTellsWhatToAllow() throws Exception {
    open(profile -> profile);
    rig.service().onRestart("echo 'sudo: a password is required' >&2; exit 1");
    ActionRun run = rig.approve(rig.proposeRestart());
    assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(run.error()).contains("NOPASSWD: /usr/bin/systemctl restart " + ProfileFixture.UNIT);
  }

  @Test
  void aServiceThatDoesNotComeBackFailsItsProof() throws Exception {
    open(profile -> profile);
    rig.service().onRestart("echo failed > " + folder.resolve("service/state") + "; exit 0");
    ActionRun run = rig.approve(rig.proposeRestart());
    assertThat(run.verdict()).isEqualTo(Verdict.FAILED_VERIFY);
    assertThat(run.error()).contains("120 s").contains("active again");
  }

  @Test
  void aRunnerThatStaysOfflineOnGithubFailsItsProof() throws Exception {
    open(profile -> profile);
    rig.world(at -> SnapshotFixture.calm(at).offline().build());
    ActionRun run = rig.approve(rig.proposeRestart());
    assertThat(run.verdict()).isEqualTo(Verdict.FAILED_VERIFY);
    assertThat(run.error()).contains("GitHub says online");
  }

  @Test
  void aSourceThatGivesNoNewAnswerLeavesItUnverified() throws Exception {
    open(profile -> profile);
    rig.world(
        at -> SnapshotFixture.calm(at).status(InputState.FRESH, 1.0, MutableClock.START).build());
    ActionRun run = rig.approve(rig.proposeRestart());
    assertThat(run.verdict()).isEqualTo(Verdict.SUCCEEDED_UNVERIFIED);
    assertThat(run.error()).contains("Prometheus says up").contains("no sample since");
  }

  @Test
  void whatNothingMeasuresLeavesItUnverifiedWithoutWaiting() throws Exception {
    open(profile -> profile);
    rig.world(at -> SnapshotFixture.calm(at).status(InputState.NOT_MEASURED, null, null).build());
    ActionRun run = rig.approve(rig.proposeRestart());
    assertThat(run.verdict()).isEqualTo(Verdict.SUCCEEDED_UNVERIFIED);
    assertThat(Duration.between(run.startedAt(), run.endedAt())).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void sourcesThatAreNotConfiguredNeedNoProofOfTheirOwn() throws Exception {
    open(profile -> profile.sources(false, false));
    rig.world(at -> SnapshotFixture.calm(at).withoutGithub().build());
    Plan plan = rig.proposeRestart();
    assertThat(plan.tier()).as("busy is not known").isEqualTo(Tier.TYPED);
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(results(run)).containsExactly(Evidence.Result.PROVED);
  }

  @Test
  void readOnlyRefusesUntilUnlockedAndAgainAfterFifteenMinutes() throws Exception {
    open(profile -> profile.environment(true, true));
    assertThat(ruling(rig.proposeRestart(), "read-only")).isEqualTo(Ruling.REFUSE);
    rig.desk().unlock("runner hangs");
    Plan plan = rig.proposeRestart();
    assertThat(plan.refused()).isFalse();
    assertThat(plan.tier()).isEqualTo(Tier.TYPED);
    assertThat(rig.approve(plan).verdict()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    Plan last = rig.proposeRestart();
    rig.clock().pass(Duration.ofMinutes(15));
    assertThat(rig.desk().lock().unlockedUntil()).isNull();
    assertThat(rig.desk().objections(last)).anyMatch(text -> text.startsWith("read-only: "));
    assertThat(rig.approve(last).verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(rig.restarts()).hasSize(1);
    assertThat(rig.phases()).contains("unlocked", "relocked");
  }

  @Test
  void theWrongTextOrNoReasonGivesNoPermit() throws Exception {
    open(profile -> profile.environment(true, false));
    Plan plan = rig.proposeRestart();
    for (List<String> wrong :
        List.of(
            List.of("production/shop-runner-b", "why"),
            List.of("shop-runner-a", "why"),
            List.of("", "why"),
            List.of("production/shop-runner-a", "  "))) {
      ActionRun run = rig.approve(plan, wrong.get(0), wrong.get(1));
      assertThat(run.verdict()).as("%s", wrong).isEqualTo(Verdict.NOT_RUN);
      assertThat(run.error()).startsWith("confirm: ");
    }
    assertThat(rig.restarts()).isEmpty();
    assertThat(rig.approve(plan).verdict()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
  }

  @Test
  void anExpiredPlanGivesNoPermit() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    rig.clock().pass(Duration.ofSeconds(121));
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).startsWith("expiry: ");
    assertThat(rig.restarts()).isEmpty();
  }

  @Test
  void withoutARecordNothingIsSent() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    rig.journal().close();
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).contains("journal").contains("nothing was sent");
    assertThat(rig.restarts()).isEmpty();
  }

  @Test
  void aRunnerWithoutMachineOrNameIsRefusedInWords() throws Exception {
    open(profile -> profile);
    assertThatThrownBy(() -> rig.propose(new Intent.RestartService("no-such-runner")))
        .hasMessageContaining("no runner of this name is known");
  }

  @Test
  void aCheckReadsAndSaysWhatItSaw() throws Exception {
    open(profile -> profile.environment(true, true));
    Plan plan = rig.propose(new Intent.CheckService("shop-runner-a"));
    assertThat(plan.tier()).isEqualTo(Tier.OBSERVE);
    ActionRun run = rig.approve(plan, "", "");
    assertThat(run.verdict()).as("%s", run.error()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(run.evidence())
        .extracting(Evidence::what)
        .contains("Service is active", "Disk used on /", "Memory used", "Load per core");
    assertThat(run.evidence()).allMatch(one -> one.result() == Evidence.Result.PROVED);
    assertThat(run.output()).anyMatch(line -> line.text().startsWith("ActiveState=active"));
    assertThat(rig.recorded()).extracting(JournalEntry::phase).contains(Phase.OUTCOME);
    assertThat(rig.restarts()).isEmpty();
  }

  @Test
  void aCheckOfADeadServiceIsNotGreen() throws Exception {
    open(profile -> profile);
    rig.service().state("failed");
    ActionRun run = rig.approve(rig.propose(new Intent.CheckService("shop-runner-a")), "", "");
    assertThat(run.verdict()).isEqualTo(Verdict.FAILED_VERIFY);
  }

  @Test
  void theShellItselfDemandsThePermitOfThePlan() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    Plan foreign = rig.proposeRestart();
    RemoteCommand command = plan.draft().commands().getFirst();
    Permit permit = permit(plan);
    assertThatThrownBy(() -> run(permit, foreign, command)).hasMessageContaining("another plan");
    RemoteCommand other = new RemoteCommand("runner-a", List.of("reboot"));
    Permit good = permit(plan);
    assertThatThrownBy(() -> run(good, plan, other)).hasMessageContaining("not one of the plan's");
    assertThat(rig.restarts()).isEmpty();
    assertThat(run(good, plan, command).ok()).isTrue();
    assertThatThrownBy(() -> run(good, plan, command)).hasMessageContaining("used already");
    assertThat(rig.restarts()).hasSize(1);
  }

  @Test
  void anAddressThatIsNotTheConfirmedOneIsNotConnectedTo() throws Exception {
    open(profile -> profile);
    Plan plan = rig.proposeRestart();
    Files.writeString(
        rig.config(), "Host *\n  HostName localhost\n" + Files.readString(rig.config()));
    String known = Files.readString(rig.knownHosts());
    Files.writeString(rig.knownHosts(), known + known.replace("127.0.0.1", "localhost"));
    ActionRun run = rig.approve(plan);
    assertThat(run.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(run.error()).contains("@localhost").contains("not what was confirmed");
    assertThat(rig.restarts()).isEmpty();
  }

  private CommandResult run(Permit permit, Plan plan, RemoteCommand command) throws Exception {
    return rig.shell().run(permit, plan, command, OutputSink.none());
  }

  /** A permit as the desk gets it, of an interlock that sees the machine as it is. */
  private Permit permit(Plan plan) throws Exception {
    HostFacts facts =
        new HostFacts("runner-a", "SHA256:x", "loaded", "active", null, rig.clock().instant());
    RuleEvidence evidence =
        new RuleEvidence(
            rig.clock().instant(),
            ProfileFixture.open(rig.sshd().endpoint()).profile(),
            SnapshotFixture.calm(rig.clock().instant()).build(),
            new ReadOnlyState(false, "open"),
            List.of(facts));
    return new Interlock(() -> "unused")
        .permit(plan, new Approval(plan.hash(), "", "", "ana", rig.clock().instant()), evidence);
  }

  @Test
  void oneActionAtATimeOnOneService() throws Exception {
    open(profile -> profile);
    Path begun = folder.resolve("begun");
    Path go = folder.resolve("go");
    rig.service()
        .onRestart(
            "touch "
                + begun
                + "; while [ ! -e "
                + go
                + " ]; do sleep 0.05; done; "
                + "echo 'Mon 2026-01-05 09:30:00 UTC' > "
                + folder.resolve("service/entered")
                + "; exit 0");
    Plan first = rig.proposeRestart();
    Plan second = rig.proposeRestart();
    CompletableFuture<ActionRun> end =
        rig.desk().approve(first, new Approval(first.hash(), "", "", "ana", MutableClock.START));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
    ActionRun refused = rig.approve(second);
    assertThat(refused.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(refused.error()).contains("another action").contains(first.id());
    Files.createFile(go);
    assertThat(end.get(60, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    assertThat(rig.restarts()).hasSize(1);
  }
}
