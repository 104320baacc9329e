package io.signalbox.ui.confirm;

/** The interlock's rules in the operator's words, and what helps when one refuses. Pure. */
final class RuleWords {
  private RuleWords() {}

  static String name(String rule) {
    return switch (rule) {
      case "identity" -> "target must be the machine it claims";
      case "freshness" -> "evidence must be fresh";
      case "busy" -> "runner must be idle";
      case "deployment-in-flight" -> "no deployment in flight";
      case "read-only" -> "actions must be unlocked";
      case "freeze" -> "no freeze in force";
      case "protected" -> "host must not be locked";
      case "lock" -> "no other run holds the lock";
      case "independent-host" -> "taker must be another machine";
      case "candidate" -> "taker must be fit for the role";
      case "unknown-pending" -> "no outcome pending on the target";
      case "pre-flight" -> "nothing speaks against the playbook";
      case "partial-state" -> "nothing is half done";
      case "preview" -> "a valid preview of the same";
      default -> rule.replace('-', ' ');
    };
  }

  /** What to do about a refusal. */
  static String remedy(String rule) {
    return switch (rule) {
      case "identity" ->
          "Compare the host key with the machine's console before you change known_hosts.";
      case "freshness" -> "Ask every source again (F5), then plan again.";
      case "busy" -> "Wait until the job has ended, then plan again.";
      case "deployment-in-flight" -> "Wait until the deployment has ended, then plan again.";
      case "read-only" -> "Unlock with a reason; the plan is then made again.";
      case "freeze" -> "Wait for the end of the freeze.";
      case "independent-host" ->
          "Choose a runner on another machine: one that dies with the first is no help.";
      case "candidate" -> "Choose another runner, or bring this one into shape; then plan again.";
      case "protected" ->
          "The profile locks this host (hosts[].locked); only a change there helps.";
      case "pre-flight" -> "Put right what it saw on the control host, then plan again.";
      case "partial-state" -> "Say on the rollback page what you know of it, then plan again.";
      case "preview" -> "Take a preview on the rollback page, then plan again.";
      default -> "Put right what it saw, then plan again.";
    };
  }
}
