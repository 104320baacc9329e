package io.signalbox.approval;

import io.signalbox.action.ActionException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.SignatureCheck;
import io.signalbox.model.RunReview;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.ApproverProfile;
import io.signalbox.profile.ReviewProfile;
import io.signalbox.remote.CommandLine;
import io.signalbox.snapshot.SourceException;
import io.signalbox.snapshot.WorkLookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The second person's yes as a review on GitHub: a run of the workflow that the profile names waits
 * for its environment's reviewers, and its title carries the plan's hash. What counts is read again
 * from GitHub each time it is judged; nothing is written there. Blocks. Safe on every thread.
 */
public final class GithubReviews implements SignatureCheck {
  private static final String MARK = "github-review ";

  /** What a plan's hash looks like: a title that holds two is a yes to neither. */
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  /** Two requests at most for each look, of the 5,000 that a token has in an hour. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  private final ReviewProfile review;
  private final WorkLookup work;
  private final Clock clock;
  private final Map<String, Instant> looked = new ConcurrentHashMap<>();

  /** For one environment's workflow. */
  public GithubReviews(ReviewProfile review, WorkLookup work, Clock clock) {
    this.review = review;
    this.work = work;
    this.clock = clock;
  }

  /** What starts the run that is then reviewed. */
  String command(Plan plan) {
    return CommandLine.quote(
        List.of(
            "gh",
            "workflow",
            "run",
            review.workflow(),
            "--repo",
            review.repository(),
            "--field",
            "plan=" + plan.id(),
            "--field",
            "hash=" + plan.hash()));
  }

  /**
   * A decided run about this plan, to be judged by {@link #signer}; empty while there is none, and
   * between two looks.
   *
   * @throws ActionException where GitHub could not be asked
   */
  Optional<String> answer(Plan plan) throws ActionException, InterruptedException {
    Instant now = clock.instant();
    Instant before = looked.get(plan.hash());
    // a clock may be set back: what was looked at later than now was not looked at just now
    if (before != null && !now.isBefore(before) && now.isBefore(before.plus(BETWEEN_LOOKS))) {
      return Optional.empty();
    }
    looked.put(plan.hash(), now);
    try {
      for (WorkflowRun run : work.dispatched(review.repository(), review.workflow())) {
        if (about(run, plan.hash()) && !decisions(run.id()).isEmpty()) {
          return Optional.of(MARK + run.id());
        }
      }
      return Optional.empty();
    } catch (SourceException e) {
      throw new ActionException("GitHub could not be asked for a review: " + e.getMessage());
    }
  }

  @Override
  public Optional<ApproverProfile> signer(
      String planHash, String signature, List<ApproverProfile> approvers) {
    Judged judged = judge(planHash, signature, approvers);
    return Optional.ofNullable(judged == null ? null : judged.approver());
  }

  @Override
  public Optional<String> objection(
      String planHash, String signature, List<ApproverProfile> approvers) {
    Judged judged = judge(planHash, signature, approvers);
    return judged == null || judged.approver() != null
        ? Optional.empty()
        : Optional.of(judged.why());
  }

  private record Judged(@org.jspecify.annotations.Nullable ApproverProfile approver, String why) {}

  private @org.jspecify.annotations.Nullable Judged judge(
      String planHash, String signature, List<ApproverProfile> approvers) {
    if (!signature.matches(MARK + "\\d{1,18}")) {
      return null;
    }
    long id = Long.parseLong(signature.substring(MARK.length()));
    String name = "run " + id + " of " + review.repository();
    try {
      Optional<WorkflowRun> run = work.run(review.repository(), id);
      if (run.isEmpty() || !about(run.get(), planHash)) {
        return new Judged(null, name + " is not about this plan");
      }
      String branch = work.defaultBranch(review.repository()).orElse("");
      if (branch.isEmpty() || !run.get().branch().equals(branch)) {
        return new Judged(null, name + " was not started from the default branch");
      }
      return judge(name, run.get().actor(), decisions(id), approvers);
    } catch (SourceException e) {
      return new Judged(null, "GitHub could not be asked for the review: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Judged(null, "the look at GitHub was broken off");
    }
  }

  /** One no outweighs every yes; whoever started the run has asked, and does not answer. */
  private static Judged judge(
      String name, String starter, List<RunReview> decisions, List<ApproverProfile> approvers) {
    Judged found = new Judged(null, "none of environment.approvers reviewed " + name);
    for (RunReview decision : decisions) {
      Optional<ApproverProfile> who =
          approvers.stream()
              .filter(one -> !one.github().isBlank())
              .filter(one -> one.github().strip().equalsIgnoreCase(decision.login()))
              .findFirst();
      if (who.isEmpty()) {
        continue;
      }
      if (decision.state().equals("rejected")) {
        String why = decision.comment().isBlank() ? "" : ": " + decision.comment();
        return new Judged(null, who.get().name() + " rejected it on GitHub" + why);
      }
      if (decision.login().equalsIgnoreCase(starter)) {
        found =
            new Judged(
                null,
                who.get().name()
                    + " started "
                    + name
                    + " and reviewed it too; let somebody else start another");
      } else if (found.approver() == null) {
        found = new Judged(who.get(), "");
      }
    }
    return found;
  }

  private List<RunReview> decisions(long run) throws SourceException, InterruptedException {
    return work.reviews(review.repository(), run).stream()
        .filter(one -> one.environments().stream().anyMatch(review.environment()::equalsIgnoreCase))
        .filter(one -> one.state().equals("approved") || one.state().equals("rejected"))
        .toList();
  }

  /**
   * The hash stands in the title as a word of its own, put there by the workflow's run-name, and no
   * other does: who reviews a plan has not seen the one that is named behind it.
   */
  private boolean about(WorkflowRun run, String planHash) {
    return run.event().equals("workflow_dispatch")
        && run.path().equals(".github/workflows/" + review.workflow())
        && List.of(run.title().split("\\s+")).contains(planHash)
        && HASH.matcher(run.title()).results().count() == 1;
  }

  @Override
  public boolean ownKey(ApproverProfile approver, String signature) {
    if (approver.github().isBlank() || !signature.startsWith(MARK)) {
      return false; // a signature is nobody's who merely has a token
    }
    try {
      return work.login().filter(approver.github().strip()::equalsIgnoreCase).isPresent();
    } catch (SourceException e) {
      return true; // not known, so not allowed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
