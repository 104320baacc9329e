package io.signalbox.rollback;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.ansible.HostRecap;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.remote.durable.RunStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a rollback's verdict follows from.
 *
 * @param run as the control host tells it
 * @param tree of the events
 * @param printed the recap as printed, for where events are missing
 * @param printedTasks how many tasks were announced in the log
 * @param matched hosts that were to be worked on
 * @param proofs read-backs after its end: versions and health
 */
public record RunFacts(
    RunStatus run,
    PlaybookTree tree,
    List<HostRecap> printed,
    int printedTasks,
    List<String> matched,
    List<Evidence> proofs) {
  /** What the name of each read-back of a version begins with. */
  public static final String VERSION = "Version";

  /** Copies the lists. */
  public RunFacts {
    printed = List.copyOf(printed);
    matched = List.copyOf(matched);
    proofs = List.copyOf(proofs);
  }

  /** The recap: the events' where they came to their end, else as printed. */
  public List<HostRecap> recap() {
    return tree.ended() && !tree.recap().isEmpty() ? tree.recap() : printed;
  }

  /** Hosts that were to be worked on and are not in the recap: never come to, or never back. */
  public List<String> away() {
    if (recap().isEmpty()) {
      return List.of(); // nobody's word on any of them
    }
    return matched.stream()
        .filter(host -> recap().stream().noneMatch(one -> one.host().equals(host)))
        .toList();
  }

  /** What a relaunch is limited to: hosts that are away, failed or were not reached. */
  public List<String> toRepeat() {
    return Stream.concat(
            away().stream(), recap().stream().filter(one -> !one.well()).map(HostRecap::host))
        .toList();
  }

  /** True where anything was begun on any host. */
  boolean touched() {
    return printedTasks > 0
        || !recap().isEmpty()
        || tree.tasks().anyMatch(task -> !task.hosts().isEmpty());
  }

  /** True where exit code and recap speak of success. */
  public boolean saysDone() {
    Integer code = run.exitCode();
    return code != null && code == 0 && recap().stream().allMatch(HostRecap::well);
  }

  boolean disproved() {
    return proofs.stream().anyMatch(proof -> proof.result() == Result.DISPROVED);
  }

  /** Names of the read-backs that came out so. */
  List<String> named(Result result) {
    return proofs.stream()
        .filter(proof -> proof.result() == result)
        .map(proof -> proof.what() + ": " + proof.observed())
        .toList();
  }
}
