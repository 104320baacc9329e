package io.signalbox.model;

import java.util.List;

/**
 * What somebody decided about a workflow run that waited for an environment.
 *
 * @param login who decided; empty where the account is gone
 * @param state GitHub's word: approved, rejected, pending
 * @param environments the names of the environments that the decision is about
 * @param comment one harmless line, may be empty
 */
public record RunReview(String login, String state, List<String> environments, String comment) {
  /** Copies the list. */
  public RunReview {
    environments = List.copyOf(environments);
  }
}
