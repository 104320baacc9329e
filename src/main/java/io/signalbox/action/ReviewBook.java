package io.signalbox.action;

import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.JournalNote;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The list of what stands to be reviewed, read from the journal. Safe on every thread. */
public final class ReviewBook {
  private final Journal journal;
  private final String environment;
  private volatile Reviews reviews = new Reviews(List.of(), "the journal is being read");

  /** For one environment; nothing is read yet. */
  public ReviewBook(Journal journal, String environment) {
    this.journal = journal;
    this.environment = environment;
  }

  /** As last read. */
  public Reviews reviews() {
    return reviews;
  }

  /** Reads the journal; blocks. */
  public Reviews read() {
    try {
      reviews = new Reviews(Review.standing(JournalReader.read(journal.folder()), environment), "");
    } catch (IOException | UncheckedIOException e) {
      reviews = new Reviews(List.of(), "the journal could not be read: " + e.getMessage());
    }
    return reviews;
  }

  /**
   * Takes one off the list, on record.
   *
   * @throws IllegalArgumentException for a blank reason, or an id that is not on the list
   * @throws IllegalStateException when it cannot be recorded: then it stays on the list
   */
  public void done(String id, String reviewer, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say what the review found: it goes to the journal");
    }
    Review review =
        read().open().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(id + " does not stand to be reviewed"));
    try {
      journal.append(
          new JournalNote(
              Phase.REVIEWED,
              review.verb(),
              id,
              review.target(),
              Map.of("by", reviewer, "reason", reason.strip(), "of", review.what()),
              "",
              "reviewed"));
    } catch (JournalException e) {
      throw new IllegalStateException("not reviewed: " + e.getMessage(), e);
    }
    read();
  }
}
