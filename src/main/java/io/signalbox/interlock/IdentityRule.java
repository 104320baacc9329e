package io.signalbox.interlock;

import io.signalbox.model.GithubRunner;
import io.signalbox.snapshot.GithubSight;
import java.time.Duration;
import java.util.List;

/** The right machine, proved by its host key, and the right unit on it, seen there. */
final class IdentityRule extends TargetRule {
  @Override
  public String id() {
    return "identity";
  }

  @Override
  public boolean judgesReads() {
    return true;
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    if (target.onGithub()) {
      return registration(target, evidence);
    }
    HostFacts facts = evidence.host(target.host()).orElse(null);
    if (target.host().isEmpty() || facts == null) {
      return says(
          Ruling.REFUSE, "the machine of " + target.name() + " is not known or was not read", null);
    }
    Duration age = Words.between(facts.at(), evidence.now());
    if (facts.hostKey() == null) {
      String why = facts.error() == null ? "no host key was agreed" : facts.error();
      return says(Ruling.REFUSE, why, age);
    }
    String key = "host key " + facts.hostKey() + " agreed";
    if (!draft.mutating() || target.service().isEmpty()) {
      return says(Ruling.PASS, key, age);
    }
    return judgeUnit(target, facts, key, age);
  }

  /** The one runner of this name in GitHub's newest answer has to be the registration meant. */
  private Precondition registration(Target target, RuleEvidence evidence) {
    GithubSight sight = GithubSight.in(evidence.snapshot()).orElse(null);
    List<GithubRunner> listed = sight == null ? List.of() : sight.named(target.name());
    Duration age = sight == null ? null : sight.age(evidence.now());
    if (listed.size() != 1) {
      return says(
          Ruling.REFUSE,
          "GitHub lists "
              + (listed.isEmpty() ? "no runner " : listed.size() + " runners ")
              + target.name()
              + ", so which one would be changed is not known",
          age);
    }
    GithubRunner one = listed.getFirst();
    boolean same = target.isRegistration(one.registeredAt(), one.id());
    return says(
        same ? Ruling.PASS : Ruling.REFUSE,
        same
            ? "GitHub's runner " + one.id() + " of " + one.registeredAt()
            : target.name() + " is registered anew as " + one.id() + " of " + one.registeredAt(),
        age);
  }

  private Precondition judgeUnit(Target target, HostFacts facts, String key, Duration age) {
    String unit = target.service();
    String state = facts.loadState() == null ? "" : facts.loadState();
    return switch (state) {
      case "loaded" ->
          says(
              Ruling.PASS,
              key + ", " + unit + " is loaded on " + target.host() + " and " + facts.activeState(),
              age);
      case "not-found", "masked", "bad-setting", "error" ->
          says(
              Ruling.REFUSE,
              unit
                  + " is "
                  + state
                  + " on "
                  + target.host()
                  + "; correct the runner's unit or host in the profile",
              age);
      default ->
          says(
              Ruling.WARN,
              key
                  + ", but whether "
                  + unit
                  + " is loaded on "
                  + target.host()
                  + " is not known"
                  + (facts.error() == null ? "" : ": " + facts.error()),
              age);
    };
  }
}
