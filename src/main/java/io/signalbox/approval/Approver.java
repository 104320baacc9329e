package io.signalbox.approval;

import io.signalbox.action.ActionException;
import io.signalbox.profile.ApproverProfile;
import io.signalbox.profile.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second person's side: reads the request, and signs what it stands for. Blocks. */
public final class Approver {
  private final RequestBox box;
  private final Profile profile;
  private final SshKeygen keygen;

  /** For one environment's box. */
  public Approver(RequestBox box, Profile profile, Map<String, String> environment) {
    this.box = box;
    this.profile = profile;
    this.keygen = new SshKeygen(environment);
  }

  /**
   * The request under a plan's id or a path that ends with it.
   *
   * @throws ActionException where it cannot be read, or was altered
   */
  public Optional<ApprovalRequest> request(String reference)
      throws ActionException, InterruptedException {
    Optional<ApprovalRequest> request = request(box, reference);
    if (request.isPresent() && !request.get().environment().equals(profile.environment().name())) {
      throw new ActionException(
          "the request is for "
              + request.get().environment()
              + ", the profile for "
              + profile.environment().name());
    }
    return request;
  }

  static Optional<ApprovalRequest> request(RequestBox box, String reference)
      throws ActionException, InterruptedException {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    String id = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    if (!id.matches("[0-9A-Za-z]{1,40}")) {
      return Optional.empty();
    }
    try {
      Optional<ApprovalRequest> request = box.read(id + ".json").map(ApprovalRequest::read);
      if (request.isPresent() && !request.get().plan().id().equals(id)) {
        throw new ActionException("the request " + id + " holds another plan");
      }
      return request;
    } catch (IllegalArgumentException e) {
      throw new ActionException(box.path(id + ".json") + ": " + e.getMessage());
    }
  }

  /**
   * Signs and leaves the signature beside the request.
   *
   * @param actor who approves, as the operating system names them
   * @return who approved, by the profile
   * @throws ActionException where this key may not, the deadline is over, or there is an answer
   *     already: nothing was signed
   */
  public String approve(ApprovalRequest request, Path key, String actor, Instant now)
      throws ActionException, InterruptedException {
    if (now.isAfter(request.deadline())) {
      throw new ActionException(
          "the deadline passed at " + request.deadline() + "; nothing was signed");
    }
    String id = request.plan().id();
    if (box.read(id + ".hash.sig").isPresent()) {
      throw new ActionException("there is an answer already; nothing was signed");
    }
    ApproverProfile approver = approver(request, keygen.publicKey(key), actor);
    String signature = keygen.sign(key, request.planHash());
    if (!box.create(id + ".hash.sig", signature)) {
      throw new ActionException("somebody else answered first; this answer changes nothing");
    }
    return approver.name();
  }

  private ApproverProfile approver(ApprovalRequest request, String publicKey, String actor)
      throws ActionException {
    List<ApproverProfile> approvers = profile.environment().approvers();
    ApproverProfile approver =
        approvers.stream()
            .filter(one -> one.key().equals(publicKey))
            .findFirst()
            .orElseThrow(
                () ->
                    new ActionException(
                        "this key is none of environment.approvers in "
                            + profile.file()
                            + "; nothing was signed"));
    boolean self =
        approver.name().equalsIgnoreCase(request.requester())
            || approvers.stream()
                .filter(one -> one.name().equalsIgnoreCase(request.requester()))
                .anyMatch(one -> one.key().equals(publicKey));
    if (self) {
      throw new ActionException(
          request.requester()
              + " asked for this; nobody approves what they ask for themselves. Nothing was"
              + " signed");
    }
    if (actor.equalsIgnoreCase(request.requester())) {
      throw new ActionException(
          "the key is "
              + approver.name()
              + "'s, but this is the account of "
              + request.requester()
              + ", who asked for this. Nothing was signed. Run approve as "
              + approver.name()
              + " from an account of your own");
    }
    return approver;
  }
}
