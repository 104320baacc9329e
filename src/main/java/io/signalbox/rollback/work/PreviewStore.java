package io.signalbox.rollback.work;

import io.signalbox.ansible.EventLog;
import io.signalbox.ansible.Listing;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.PreviewClassifier;
import io.signalbox.ansible.PreviewReport;
import io.signalbox.interlock.Grounds;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.rollback.RollbackBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Previews as the control host keeps them, found again by their fingerprint. */
final class PreviewStore {
  private final RollbackSetup setup;

  PreviewStore(RollbackSetup setup) {
    this.setup = setup;
  }

  /**
   * What the rule {@code preview} is to judge.
   *
   * @param listing of the playbook as it is now
   */
  Grounds.Preview find(String host, String version, Fingerprint fingerprint, Listing listing)
      throws InterruptedException {
    EventLog events = new EventLog(setup.secrets());
    PlaybookAnswer answer;
    try {
      answer = setup.host().kept(host, fingerprint.print(), events::feed);
    } catch (RemoteException e) {
      return none("whether there is a preview could not be read: " + e.getMessage());
    }
    if (answer.word("kept").isEmpty()) {
      String meta = answer.word("meta").orElse("");
      if (answer.word("other").isEmpty()) {
        return none("there is no preview of this: take one with --preview");
      }
      List<String> different = fingerprint.different(meta);
      return none(
          "the newest preview is of something else, different in "
              + String.join(", ", different)
              + ": take one anew with --preview");
    }
    Instant takenAt = takenAt(answer, answer.part("kept").map(one -> one.code()).orElse(0));
    RollbackBoard.Preview kept =
        show(version, fingerprint.print(), takenAt, events.tree(), listing);
    if (!touched(events.tree())) {
      return none("the kept preview came to no task on any host: it says nothing");
    }
    if (!events.tree().ended()) {
      return none("the kept preview did not come to its end: take one anew with --preview");
    }
    return new Grounds.Preview(true, kept.report().headline(), kept.takenAt(), kept.validUntil());
  }

  private static Grounds.Preview none(String words) {
    return new Grounds.Preview(false, words, null, null);
  }

  /** True where the check run came to a task on a host at all. */
  static boolean touched(PlaybookTree tree) {
    return tree.tasks().anyMatch(task -> !task.hosts().isEmpty());
  }

  /** By this console's clock, whatever the control host's says. */
  Instant takenAt(PlaybookAnswer answer, long taken) {
    long now = answer.word("now").map(Long::parseLong).orElse(taken);
    return setup.clock().instant().minus(Duration.ofSeconds(Math.max(0, now - taken)));
  }

  /** Shows a preview to whoever looks. */
  RollbackBoard.Preview show(
      String version, String print, Instant takenAt, PlaybookTree tree, Listing listing) {
    PreviewReport report = PreviewClassifier.report(tree, listing);
    RollbackBoard.Preview preview =
        new RollbackBoard.Preview(
            version,
            print,
            takenAt,
            takenAt.plus(setup.profile().rollback().previewMaxAge()),
            tree.ended(),
            report);
    setup.board().show(preview);
    return preview;
  }
}
