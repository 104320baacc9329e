package io.signalbox.journal;

import java.util.List;

/**
 * A journal as it was read at one moment.
 *
 * @param read false until it was read once: then nothing is known of it
 * @param entries oldest first
 * @param check whether all of it is what was written
 * @param unfinished started and without an outcome, or with an unknown one, and nothing found out
 *     since; oldest first. An action that is running is among them
 * @param whyReadOnly why this instance cannot append, empty when it can
 * @param trouble why it cannot be read now, empty when it can; the entries are then older ones
 */
public record JournalPicture(
    boolean read,
    List<JournalEntry> entries,
    JournalVerifier.Result check,
    List<JournalEntry> unfinished,
    String whyReadOnly,
    String trouble) {
  /** Nothing was read yet. */
  public static final JournalPicture NOT_READ =
      new JournalPicture(
          false,
          List.of(),
          new JournalVerifier.Result(0, 0, JournalLine.FIRST_PREV, null, "", 0),
          List.of(),
          "",
          "");

  /** Copies the lists. */
  public JournalPicture {
    entries = List.copyOf(entries);
    unfinished = List.copyOf(unfinished);
  }

  /** True where it is read, sound and can be written. */
  public boolean ok() {
    return read && check.intact() && whyReadOnly.isEmpty() && trouble.isEmpty();
  }

  /** Its state in a few words. */
  public String words() {
    if (!trouble.isEmpty()) {
      return "journal not readable";
    }
    if (!check.intact()) {
      return "journal damaged at " + check.firstBad();
    }
    if (!whyReadOnly.isEmpty()) {
      return "journal read-only";
    }
    return read ? "journal ok" : "journal not read yet";
  }

  /** Its state in full, with what to do about it. */
  public String explanation() {
    StringBuilder text = new StringBuilder();
    add(text, trouble.isEmpty() ? "" : trouble);
    if (!check.intact()) {
      add(
          text,
          "Up to number "
              + check.lastSeq()
              + " it is what was written; then "
              + check.problem()
              + ". Nothing was repaired or deleted: keep the files, compare them with a copy, and"
              + " ask who had access. New entries go to a new file.");
    }
    add(text, whyReadOnly);
    if (text.isEmpty()) {
      add(
          text,
          read
              ? "Every entry up to number " + check.lastSeq() + " is what was written."
              : "The journal is being read.");
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String sentence) {
    if (!sentence.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n").append(sentence);
    }
  }
}
