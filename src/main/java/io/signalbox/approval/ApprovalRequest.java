package io.signalbox.approval;

import io.signalbox.interlock.Plan;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies there to be approved: the plan as it was judged, who asks and why.
 *
 * @param deadline the plan's expiry
 */
public record ApprovalRequest(
    String environment,
    String requester,
    String reason,
    Instant askedAt,
    Instant deadline,
    String planHash,
    Plan plan) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** As JSON. */
  String json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where it is none, or its plan is not the one of its hash
   */
  static ApprovalRequest read(String json) {
    ApprovalRequest request;
    try {
      request = JSON.readValue(json, ApprovalRequest.class);
      boolean whole =
          request.plan().intact()
              && request.planHash().equals(request.plan().hash())
              && request.deadline().equals(request.plan().expiresAt());
      if (!whole) {
        throw new IllegalArgumentException(
            "the request was altered: what it shows is not what its hash stands for");
      }
      return request;
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("this is no request for approval: " + e.getMessage(), e);
    }
  }
}
