package io.signalbox.rollback;

import io.signalbox.ansible.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was looked at before anything is run; nothing was changed by it.
 *
 * @param listing the plays, hosts and tasks the playbook names
 */
public record PreFlight(List<Check> checks, Listing listing, Instant at) {
  /** How a check came out. */
  public enum Mark {
    OK,
    WARNING,
    FAILED,
    NOT_CONFIGURED;

    /** The word for screen and JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One check.
   *
   * @param id stable: ansible, playbook, inventory, hosts, reachable, variables, artifact, disk,
   *     markers, version, migration
   */
  public record Check(String id, Mark mark, String words) {}

  /** Copies the list. */
  public PreFlight {
    checks = List.copyOf(checks);
  }

  /** The checks that speak against beginning. */
  public List<Check> failed() {
    return checks.stream().filter(check -> check.mark() == Mark.FAILED).toList();
  }

  /** Why it cannot begin, or that it can. */
  public String words() {
    List<Check> failed = failed();
    return failed.isEmpty()
        ? listing.hosts().size() + " hosts, " + listing.tasks() + " tasks; all checks passed"
        : failed.stream()
            .map(check -> check.id() + ": " + check.words())
            .collect(Collectors.joining("; "));
  }
}
