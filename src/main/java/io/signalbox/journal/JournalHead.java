package io.signalbox.journal;

/**
 * Where a journal ends, or once ended.
 *
 * @param seq number of the last entry, 0 where there is none yet
 * @param hash its hash, 64 zeros where there is none yet
 */
public record JournalHead(long seq, String hash) {
  /** Of a journal without entries. */
  public static final JournalHead NONE = new JournalHead(0, JournalLine.FIRST_PREV);
}
