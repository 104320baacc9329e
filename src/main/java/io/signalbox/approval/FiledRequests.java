package io.signalbox.approval;

import io.signalbox.action.ActionException;
import io.signalbox.action.Asked;
import io.signalbox.action.SecondPerson;
import io.signalbox.interlock.Plan;
import io.signalbox.profile.Profile;
import java.time.Clock;
import java.util.Optional;

/** The requester's side: the request as a file, the signature as another beside it. */
public final class FiledRequests implements SecondPerson {
  private final RequestBox box;
  private final Profile profile;
  private final Clock clock;

  /** For one environment's box. */
  public FiledRequests(RequestBox box, Profile profile, Clock clock) {
    this.box = box;
    this.profile = profile;
    this.clock = clock;
  }

  @Override
  public Asked ask(Plan plan, String requester, String reason)
      throws ActionException, InterruptedException {
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
        plan.expiresAt());
  }

  @Override
  public Optional<String> answer(Plan plan) throws ActionException, InterruptedException {
    return box.read(plan.id() + ".hash.sig");
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
