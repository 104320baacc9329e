package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.Phase;
import io.signalbox.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What it means that an action is on record here, but on no host: its request never arrived only
 * where it was one run of a host, and nothing of it was seen there before.
 */
final class NeverArrived {
  private NeverArrived() {}

  /**
   * True where nothing was carried out.
   *
   * @throws ActionException when the record cannot be read
   */
  static boolean is(Pending pending, Profile profile, Path state) throws ActionException {
    return isRun(pending, profile) && !begun(pending, state);
  }

  /** What ends or clears away a run, and what is sent to others than hosts, keeps nothing there. */
  private static boolean isRun(Pending pending, Profile profile) {
    return !pending.verb().equals(PlanDraft.ABORT)
        && !pending.verb().equals(PlanDraft.BREAK_LOCK)
        && !pending.hosts().isEmpty()
        && pending.hosts().stream().allMatch(host -> profile.host(host).isPresent());
  }

  /** Its console wrote down that a step of it ended: so there was one. */
  private static boolean begun(Pending pending, Path state) throws ActionException {
    try {
      return JournalReader.read(state).stream()
          .anyMatch(entry -> entry.phase() == Phase.STEP && entry.actionId().equals(pending.id()));
    } catch (IOException e) {
      throw new ActionException("the journal in " + state + " cannot be read: " + e.getMessage());
    }
  }
}
