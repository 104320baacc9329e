package io.signalbox.rollback;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.ansible.HostRecap;
import java.util.ArrayList;
import java.util.List;

/** The verdict of a rollback: exit code and recap and what was read back, never one alone. */
public final class RollbackVerdict {
  /** Ansible's own codes for failed and unreachable hosts; 1 is any error before or between. */
  private static final List<Integer> ANSIBLE = List.of(0, 1, 2, 3, 4);

  private RollbackVerdict() {}

  /** The verdict, with words where it is not plain success. */
  public static Outcome of(RunFacts facts) {
    return switch (facts.run().state()) {
      case NEVER_STARTED, STILLBORN ->
          new Outcome(Verdict.NOT_RUN, "the playbook was never begun; nothing was changed");
      case PREPARING, RUNNING ->
          new Outcome(Verdict.RUNNING, "the playbook runs on " + facts.run().host());
      case LOST -> lost(facts);
      case FINISHED -> finished(facts);
    };
  }

  private static Outcome lost(RunFacts facts) {
    if (facts.run().aborted() && facts.run().left() == 0) {
      return cancelled();
    }
    return unknown(
        "the playbook's process is gone and left no result: it was killed, or "
            + facts.run().host()
            + " rebooted");
  }

  private static Outcome cancelled() {
    return new Outcome(
        Verdict.CANCELLED,
        "an operator had it ended; the task in flight may have finished: read the hosts back");
  }

  private static Outcome unknown(String why) {
    return new Outcome(Verdict.UNKNOWN, why + ". Look at the hosts, then record what was found");
  }

  private static Outcome finished(RunFacts facts) {
    Integer code = facts.run().exitCode();
    if (code == null) {
      return unknown("its exit code is not readable");
    }
    if (facts.run().aborted()) {
      return cancelled();
    }
    if (facts.run().timedOut()) {
      return unknown("its hard limit had it ended");
    }
    if (!facts.touched()) {
      return new Outcome(Verdict.NOT_RUN, untouched(code));
    }
    if (!ANSIBLE.contains(code)) {
      return unknown("ansible-playbook was ended from outside or broke, exit code " + code);
    }
    List<HostRecap> recap = facts.recap();
    if (recap.isEmpty()) {
      return unknown("tasks were begun, but Ansible's own count of their end is missing");
    }
    List<String> away = facts.away();
    boolean well = recap.stream().allMatch(HostRecap::well);
    return code == 0 && well && away.isEmpty() ? ended(facts) : broken(facts, code, away);
  }

  private static String untouched(int code) {
    return switch (code) {
      case 0 -> "no host was matched (exit code 0): nothing was changed";
      case 1 -> "Ansible ended with exit code 1 before any task: nothing was changed";
      case 4 -> "the playbook could not be read (exit code 4): nothing was changed";
      default -> "Ansible ended with exit code " + code + " before any task: nothing was changed";
    };
  }

  private static Outcome ended(RunFacts facts) {
    if (facts.disproved()) {
      return new Outcome(
          Verdict.FAILED_VERIFY,
          "the playbook says completed, but it is not so: "
              + String.join("; ", facts.named(Result.DISPROVED))
              + ". Treat it as an incident");
    }
    boolean changed = facts.recap().stream().anyMatch(one -> one.changed() > 0);
    boolean proved = facts.proofs().stream().anyMatch(RollbackVerdict::version);
    if (!changed && !proved) {
      return new Outcome(
          Verdict.FAILED_VERIFY,
          "the playbook says completed, but it changed nothing on any host, and no version was"
              + " read back that says otherwise. Treat it as an incident");
    }
    List<String> open = new ArrayList<>();
    counted(facts.recap(), open);
    facts.named(Result.NOT_READABLE).forEach(open::add);
    if (facts.proofs().isEmpty()) {
      open.add("nothing was read back");
    }
    if (facts.tree().missing() > 0) {
      open.add(facts.tree().missing() + " events are missing");
    }
    return open.isEmpty()
        ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
        : new Outcome(Verdict.SUCCEEDED_UNVERIFIED, String.join("; ", open));
  }

  /** Health says nothing of what it is the health of. */
  private static boolean version(Evidence proof) {
    return proof.result() == Result.PROVED && proof.what().startsWith(RunFacts.VERSION);
  }

  private static void counted(List<HostRecap> recap, List<String> open) {
    for (HostRecap host : recap) {
      if (host.rescued() > 0) {
        open.add(host.rescued() + " failures were rescued on " + host.host());
      }
      if (host.ignored() > 0) {
        open.add(host.ignored() + " failures were ignored on " + host.host());
      }
    }
  }

  private static Outcome broken(RunFacts facts, int code, List<String> away) {
    List<HostRecap> recap = facts.recap();
    List<String> words = new ArrayList<>(List.of("exit code " + code));
    list(words, "failed on ", recap.stream().filter(one -> one.failed() > 0).toList());
    list(words, "unreachable: ", recap.stream().filter(one -> one.unreachable() > 0).toList());
    if (!away.isEmpty()) {
      words.add("never come to: " + String.join(", ", away));
    }
    counted(recap, words);
    boolean some = recap.stream().anyMatch(HostRecap::well);
    boolean changed = recap.stream().anyMatch(one -> one.changed() > 0);
    boolean bad = recap.stream().anyMatch(one -> !one.well());
    if (bad && some || !away.isEmpty() && changed) {
      return new Outcome(Verdict.PARTIAL, String.join("; ", words) + repeat(recap, away));
    }
    if (!changed) {
      return new Outcome(Verdict.FAILED, String.join("; ", words) + "; no host was changed");
    }
    if (facts.disproved()) {
      return new Outcome(
          Verdict.FAILED,
          String.join("; ", words) + "; " + String.join("; ", facts.named(Result.DISPROVED)));
    }
    return new Outcome(
        Verdict.PARTIAL, String.join("; ", words) + "; some tasks were done" + repeat(recap, away));
  }

  private static void list(List<String> words, String what, List<HostRecap> hosts) {
    if (!hosts.isEmpty()) {
      words.add(what + String.join(", ", hosts.stream().map(HostRecap::host).toList()));
    }
  }

  private static String repeat(List<HostRecap> recap, List<String> away) {
    List<String> again = new ArrayList<>(away);
    recap.stream().filter(one -> !one.well()).map(HostRecap::host).forEach(again::add);
    return again.isEmpty() ? "" : ". For these alone: --limit " + String.join(",", again);
  }
}
