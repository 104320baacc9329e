package io.signalbox.journal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The permanent name of one entry: {@code signalbox:journal/<number>/<first 8 digits of its hash>},
 * to be copied into a chat or a report and pasted back.
 */
public record JournalLink(long seq, String hash8) {
  private static final int DIGITS = 8;
  private static final Pattern FORM =
      Pattern.compile("signalbox:journal/(\\d{1,18})/([0-9a-f]{8})");

  /** Of an entry. */
  public static JournalLink of(JournalEntry entry) {
    return new JournalLink(entry.seq(), entry.hash().substring(0, DIGITS));
  }

  /** Reads one; empty where the text is none. */
  public static Optional<JournalLink> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new JournalLink(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** The link as text. */
  public String text() {
    return "signalbox:journal/" + seq + "/" + hash8;
  }

  /** The entry it names; empty where this journal has none of that number and hash. */
  public Optional<JournalEntry> in(List<JournalEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.seq() == seq && entry.hash().startsWith(hash8))
        .findFirst();
  }
}
