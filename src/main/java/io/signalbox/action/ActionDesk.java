package io.signalbox.action;

import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Grounds;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanRefusedException;
import io.signalbox.interlock.RuleEvidence;
import io.signalbox.interlock.Second;
import io.signalbox.interlock.Standing;
import io.signalbox.interlock.Target;
import io.signalbox.interlock.Tier;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.Phase;
import io.signalbox.snapshot.Subscription;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one road from an intent to an outcome: planner, interlock, journal, work. Every way it can
 * end is a verdict with words; a failure is never lost.
 */
public final class ActionDesk implements Desk {
  private static final Logger LOG = LoggerFactory.getLogger(ActionDesk.class);

  private final DeskSetup setup;
  private final List<Planner> planners;
  private final ActionLog log;
  private final LockBox lockBox;
  private final SecondRoad second;
  private final ReviewBook reviews;
  private final Map<String, Judged> proposals = new ConcurrentHashMap<>();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();

  /** Claimed by who was refused before the permit, until that is on record. */
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  private final Map<String, String> busyTargets = new ConcurrentHashMap<>();
  private final RunBook runs = new RunBook();
  private final Background background;
  private final HostKeyRoad hostKeys;
  private final Map<String, LiveRun> live = new ConcurrentHashMap<>();

  /** With the planners of all use cases. */
  public ActionDesk(DeskSetup setup, List<Planner> planners) {
    this(setup, planners, null);
  }

  /** As above; output that memory has no room for is kept below this folder while it runs. */
  public ActionDesk(DeskSetup setup, List<Planner> planners, @Nullable Path outputFolder) {
    this.setup = setup;
    this.planners = List.copyOf(planners);
    this.background = new Background(setup.executor());
    this.hostKeys =
        new HostKeyRoad(
            setup.keys(), new HostKeyBook(setup.journal(), setup.profile().environment().name()));
    this.log = new ActionLog(setup.journal(), outputFolder);
    this.lockBox = new LockBox(setup.profile().environment(), log, setup.clock());
    this.second = new SecondRoad(setup, log);
    this.reviews = new ReviewBook(setup.journal(), setup.profile().environment().name());
    setup.executor().execute(reviews::read);
  }

  @Override
  public CompletableFuture<Plan> propose(Intent intent, Asking asking) {
    return background.run(
        () -> plan(intent, asking), "no plan for " + intent.verb() + " of " + intent.runner());
  }

  private Plan plan(Intent intent, Asking asking) throws ActionException, InterruptedException {
    Planner planner =
        planners.stream()
            .filter(one -> one.plans(intent))
            .findFirst()
            .orElseThrow(() -> new ActionException("nothing here can " + intent.verb()));
    Proposal proposal = planner.propose(intent);
    Plan plan =
        setup.interlock().judge(proposal.draft(), evidence(proposal, proposal.grounds()), asking);
    forgetExpired();
    proposals.put(plan.id(), new Judged(plan, proposal));
    try {
      log.proposed(plan);
    } catch (JournalException e) {
      // looking at a plan is no action; approving it will be refused for the same reason
      LOG.warn("A plan could not be recorded: {}", e.getMessage());
    }
    return plan;
  }

  private RuleEvidence evidence(Proposal proposal, Grounds grounds) throws ActionException {
    Instant now = setup.clock().instant();
    return new RuleEvidence(
        now,
        setup.profile(),
        setup.snapshots().get(),
        lockBox.state(now),
        proposal.hosts(),
        new Standing(pending(), proposal.lock(), grounds));
  }

  @Override
  public List<String> objections(Plan plan) {
    Judged judged = proposals.get(plan.id());
    if (judged == null) {
      return List.of("the plan was carried out already or has expired; propose it anew");
    }
    List<String> objections;
    try {
      RuleEvidence now = evidence(judged.proposal(), judged.proposal().again().seen());
      objections = new ArrayList<>(setup.interlock().objections(plan, now));
    } catch (ActionException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    if (plan.draft().mutating() && !log.whyReadOnly().isEmpty()) {
      objections.add(log.whyReadOnly());
    }
    return objections;
  }

  @Override
  public CompletableFuture<ActionRun> approve(Plan plan, Approval approval) {
    CompletableFuture<ActionRun> future = new CompletableFuture<>();
    setup.executor().execute(() -> future.complete(carryOut(plan, approval)));
    return future;
  }

  private ActionRun carryOut(Plan plan, Approval approval) {
    Judged judged = proposals.get(plan.id());
    List<String> steps = judged == null ? List.of() : judged.proposal().steps();
    if (!claimed.add(plan.id())) {
      return refusedTwice(plan, approval);
    }
    LiveRun run = new LiveRun(plan, approval, steps, log, setup.clock(), runs::changed);
    Outcome outcome = outcome(run, judged, approval);
    // on record first: a target that is free has no action without an outcome
    return run.ended(outcome, () -> giveBack(plan));
  }

  /** Whoever was refused before the permit may try again with the right text. */
  private void giveBack(Plan plan) {
    busyTargets.values().removeIf(plan.id()::equals);
    if (refused.remove(plan.id())) {
      claimed.remove(plan.id());
    }
  }

  private Outcome outcome(LiveRun run, @Nullable Judged judged, Approval approval) {
    Plan plan = run.run().plan();
    try {
      if (judged == null) {
        throw new ActionException("the plan was carried out already or has expired");
      }
      Proposal proposal = judged.proposal();
      Permit permit = permit(plan, approval, proposal);
      proposals.remove(plan.id());
      live.put(plan.id(), run);
      return exclusively(run, permit, approval, proposal);
    } catch (PlanRefusedException | ActionException e) {
      return notRun(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken(run, "the console was stopped");
    } catch (RuntimeException e) {
      LOG.error("Run {} failed", plan.id(), e);
      return broken(run, "an error of the console itself (" + e + "); it is in the log");
    } finally {
      live.remove(plan.id());
    }
  }

  private Permit permit(Plan plan, Approval approval, Proposal proposal)
      throws PlanRefusedException, ActionException, InterruptedException {
    try {
      RuleEvidence now = evidence(proposal, proposal.again().read());
      return setup.interlock().permit(plan, approval, now);
    } catch (PlanRefusedException | ActionException e) {
      refused.add(plan.id());
      throw e;
    }
  }

  /** A second approval of one plan: the run it belongs to, and its record, stay as they are. */
  private ActionRun refusedTwice(Plan plan, Approval approval) {
    Instant now = setup.clock().instant();
    String why = "the plan was approved already; it is carried out once — nothing was sent again";
    try {
      log.write(plan, Phase.REQUESTED, Map.of("by", approval.actor(), "refused", why), "NOT_RUN");
    } catch (JournalException e) {
      LOG.warn("A refusal could not be recorded: {}", e.getMessage());
    }
    return new ActionRun(
        plan.id(),
        plan,
        approval.actor(),
        approval.reason(),
        now,
        now,
        Verdict.NOT_RUN,
        List.of(),
        List.of(),
        List.of(),
        why);
  }

  /** Claims the targets; they are given back once the outcome is on record. */
  private Outcome exclusively(LiveRun run, Permit permit, Approval approval, Proposal proposal)
      throws ActionException, InterruptedException {
    Plan plan = run.run().plan();
    try {
      for (Target target : plan.draft().mutating() ? plan.draft().targets() : List.<Target>of()) {
        String key = target.host() + "/" + target.service();
        String other = busyTargets.putIfAbsent(key, plan.id());
        if (other != null && !plan.id().equals(other)) { // several things on one host are one's own
          throw new ActionException("another action on " + key + " is running: run " + other);
        }
      }
      if (approval.second() instanceof Second.Signed && secondNeed(plan).needed()) {
        setup.second().take(plan, approval.actor());
      }
      if (plan.draft().mutating() || log.whyReadOnly().isEmpty()) {
        // no record, no action; a look is none
        log.permitted(plan, approval, permit.second(), secondNeed(plan).solo());
        setup.executor().execute(reviews::read);
      }
      return proposal.work().carryOut(permit, plan, run);
    } catch (JournalException e) {
      throw new ActionException(String.valueOf(e.getMessage()));
    }
  }

  private static Outcome notRun(String why) {
    return new Outcome(Verdict.NOT_RUN, why + " — nothing was sent");
  }

  private static Outcome broken(LiveRun run, String why) {
    return run.sendingBegan()
        ? new Outcome(
            Verdict.UNKNOWN, why + "; the command may have been carried out: look at the host")
        : notRun(why);
  }

  private void forgetExpired() {
    Instant now = setup.clock().instant();
    proposals.values().removeIf(judged -> now.isAfter(judged.plan().expiresAt()));
  }

  @Override
  public boolean answer(String run, String question, String choice) {
    LiveRun asking = live.get(run);
    return asking != null && asking.answer(question, choice);
  }

  @Override
  public SecondNeed secondNeed(Plan plan) {
    boolean needed = Interlock.needsSecond(plan, setup.profile());
    return new SecondNeed(
        needed, plan.tier() == Tier.TWO_PERSON && !needed, setup.profile().environment().name());
  }

  @Override
  public CompletableFuture<Asked> askSecond(Plan plan, String reason) {
    return background.run(() -> second.ask(plan, reason), "nobody was asked to approve");
  }

  @Override
  public CompletableFuture<Optional<Plan>> requested(String reference) {
    return background.run(() -> setup.second().requested(reference), "no request could be read");
  }

  @Override
  public CompletableFuture<Answer> secondAnswer(Plan plan) {
    return background.run(() -> second.answer(plan), "the answer could not be looked for");
  }

  @Override
  public Reviews reviews() {
    return reviews.reviews();
  }

  @Override
  public void review(String id, String reason) {
    reviews.done(id, setup.actor(), reason);
  }

  @Override
  public boolean settle(String action, Outcome outcome) throws ActionException {
    String words = outcome.error() == null ? "" : outcome.error();
    return record(action, Phase.OUTCOME, Map.of("error", words), outcome.verdict().name());
  }

  @Override
  public boolean found(String action, String what) throws ActionException {
    if (what.isBlank()) {
      throw new ActionException("say what was found");
    }
    return record(action, Phase.FOUND, Map.of("found", what.strip(), "by", setup.actor()), "");
  }

  private boolean record(String action, Phase phase, Map<String, String> params, String result)
      throws ActionException {
    try {
      return log.settle(action, phase, params, result);
    } catch (JournalException e) {
      throw new ActionException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String looked(Look look) {
    try {
      String target = setup.profile().environment().name() + "/" + look.target();
      log.looked(new Look(look.verb(), target, look.params(), look.result()));
      return "";
    } catch (JournalException e) {
      return "this look is not on record: " + e.getMessage();
    }
  }

  @Override
  public List<Pending> pending() throws ActionException {
    // what this process carries out just now is no riddle: it is refused as running instead
    return log.pending().stream().filter(one -> !busyTargets.containsValue(one.id())).toList();
  }

  @Override
  public String whyReadOnly() {
    return log.whyReadOnly();
  }

  @Override
  public String actor() {
    return setup.actor();
  }

  @Override
  public Lock lock() {
    return lockBox.lock();
  }

  @Override
  public void unlock(String reason) {
    lockBox.unlock(reason);
  }

  @Override
  public void relock() {
    lockBox.relock();
  }

  @Override
  public CompletableFuture<HostKeyLook> hostKey(String host) {
    return background.run(() -> hostKeys.look(host), "the host key could not be looked at");
  }

  @Override
  public CompletableFuture<HostKeyLook> agreeHostKey(String host, String shown, String given) {
    return background.run(() -> hostKeys.agree(host, shown, given), "no host key was recorded");
  }

  @Override
  public CompletableFuture<RunsOnHosts> runsOnHosts() {
    return background.run(() -> setup.hosts().now(), "the hosts could not be asked");
  }

  @Override
  public List<ActionRun> runs() {
    return runs.runs();
  }

  @Override
  public Subscription onRun(Consumer<ActionRun> listener) {
    return runs.onRun(listener);
  }

  private record Judged(Plan plan, Proposal proposal) {}
}
