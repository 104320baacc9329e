package io.signalbox.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A runner that might take the role, with every check and its numbers.
 *
 * @param runner its name on GitHub
 * @param host the machine's name in the profile, empty where it is not known
 */
public record Candidate(String runner, String host, List<Check> checks) {
  /** The check that is made over SSH from the candidate itself. */
  public static final String REACHABILITY = "reachability";

  /** Fails for who is shown without being able to stand for it at all. */
  static final String ELIGIBLE = "eligible";

  /** Copies the checks. */
  public Candidate {
    checks = List.copyOf(checks);
  }

  /** True for who may be named to take the role, whether they qualify or not. */
  public boolean eligible() {
    return !fails(ELIGIBLE);
  }

  /** True when nothing stands in the way. */
  public boolean qualifies() {
    return checks.stream().noneMatch(Check::fails);
  }

  /** Why it does not qualify, empty when it does. */
  public String whyNot() {
    return checks.stream()
        .filter(Check::fails)
        .map(Check::observed)
        .collect(Collectors.joining("; "));
  }

  /** True when this check stands in the way. */
  public boolean fails(String id) {
    return checks.stream().anyMatch(check -> check.id().equals(id) && check.fails());
  }

  /** The same one with this check in the place of the one of its kind. */
  public Candidate with(Check check) {
    List<Check> all = new ArrayList<>(checks);
    all.replaceAll(one -> one.id().equals(check.id()) ? check : one);
    return new Candidate(runner, host, all);
  }
}
