package io.signalbox.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Which journal a remote run's head belongs to: two consoles of one operator on one machine keep
 * two, and neither misses what is the other's.
 *
 * @param first hash of its first entry: a copy elsewhere has the same
 * @param place a digest of its folder's path: one begun anew there is held to be the same
 */
public record JournalId(String first, String place) {
  /** Of the journal in this folder, with these entries; empty texts where there are none yet. */
  static JournalId of(Path folder, List<JournalEntry> entries) {
    return new JournalId(entries.isEmpty() ? "" : entries.getFirst().hash(), digest(folder));
  }

  /** The word that a remote run keeps. */
  public String word() {
    return first + ":" + place;
  }

  /** True where a head with this word is one of this journal's; one without a word may be. */
  public boolean claims(String word) {
    return word.isEmpty()
        || !first.isEmpty() && word.startsWith(first + ":")
        || word.endsWith(":" + place);
  }

  private static String digest(Path folder) {
    try {
      String path = folder.toAbsolutePath().normalize().toString();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
