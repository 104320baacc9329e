package io.signalbox.approval;

import io.signalbox.action.ActionException;
import io.signalbox.action.Asked;
import io.signalbox.action.SecondPerson;
import io.signalbox.interlock.Plan;
import io.signalbox.profile.ApproverProfile;
import io.signalbox.profile.Profile;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requester's side: the request as a file, the signature as another beside it. */
public final class FiledRequests implements SecondPerson {
  private final RequestBox box;
  private final Profile profile;
  private final Clock clock;
  private final @Nullable GithubReviews reviews;

  /**
   * For one environment's box.
   *
   * @param reviews the other way to answer; null where the profile names none
   */
  public FiledRequests(
      RequestBox box, Profile profile, Clock clock, @Nullable GithubReviews reviews) {
    this.box = box;
    this.profile = profile;
    this.clock = clock;
    this.reviews = reviews;
  }

  @Override
  public Asked ask(Plan plan, String requester, String reason)
      throws ActionException, InterruptedException {
    somebodyCouldAnswer(requester);
    ApprovalRequest request =
        new ApprovalRequest(
            profile.environment().name(),
            requester,
            reason,
            clock.instant(),
            plan.expiresAt(),
            plan.hash(),
            plan);
    boolean hash = box.create(plan.id() + ".hash", SshKeygen.message(plan.hash()));
    boolean written = box.create(plan.id() + ".json", request.json());
    String path = box.path(plan.id() + ".json");
    if (hash != written) {
      throw new ActionException(
          "there was half a request at " + path + " already; propose the plan anew");
    }
    String host = box.host();
    return new Asked(
        host.isEmpty() ? path : host + ":" + path,
        "signalbox approve "
            + (host.isEmpty() ? path : plan.id())
            + " --profile FILE --key KEYFILE",
        "ssh-keygen -Y sign -n "
            + SshKeygen.NAMESPACE
            + " -f KEY "
            + box.path(plan.id() + ".hash")
            + (host.isEmpty() ? "" : "   (on " + host + ")"),
        reviews == null ? "" : reviews.command(plan),
        plan.expiresAt());
  }

  private void somebodyCouldAnswer(String requester) throws ActionException {
    List<ApproverProfile> approvers = profile.environment().approvers();
    boolean nobody =
        !approvers.isEmpty()
            && approvers.stream()
                .filter(one -> !one.name().strip().equalsIgnoreCase(requester.strip()))
                .allMatch(
                    one -> one.key().isEmpty() && (reviews == null || one.github().isBlank()));
    if (nobody) {
      throw new ActionException(
          "nobody in environment.approvers of "
              + profile.file()
              + " could answer: besides "
              + requester
              + " none has an `ssh` key"
              + (reviews == null ? "" : " or a `github` login")
              + "; add one, or break the glass");
    }
  }

  @Override
  public Optional<String> answer(Plan plan) throws ActionException, InterruptedException {
    Optional<String> signature = box.read(plan.id() + ".hash.sig");
    return signature.isPresent() || reviews == null
        ? signature
        : reviews.answer(plan, profile.environment().approvers());
  }

  @Override
  public Optional<Plan> requested(String reference) throws ActionException, InterruptedException {
    return Approver.request(box, reference).map(ApprovalRequest::plan);
  }

  @Override
  public void take(Plan plan, String actor) throws ActionException, InterruptedException {
    if (!box.create(plan.id() + ".used", actor + " " + clock.instant() + "\n")) {
      throw new ActionException(
          "this approval was used already: a plan is carried out once; propose it anew");
    }
  }
}
