package io.signalbox.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Turns the bytes of one stream into harmless lines, whatever the chunks: UTF-8 is decoded per line
 * (bad bytes are replaced), control sequences are taken out and secrets masked in the whole line,
 * so neither a colour nor a chunk border splits a secret. Call from one thread at a time.
 */
public final class LineFeed implements AutoCloseable {
  /** A longer raw line is cut here before anything else is done to it. */
  static final int MAX_RAW = 64 * 1024;

  /** The same for those who asked for lines as long as they are: four MiB. */
  public static final int WHOLE = 4 * 1024 * 1024;

  /** No token is longer. */
  private static final int LONGEST_WORD = 4096;

  private final Consumer<StyledLine> lines;
  private final SecretFilter secrets;
  private final ControlParser parser = new ControlParser();
  private final Ranges found = new Ranges();
  private final int mostRaw;
  private final int mostShown;
  private byte[] line = new byte[256];
  private int length;
  private boolean begun;
  private boolean unfinished;
  private long dropped;
  private boolean inKey;

  /** Hands each finished line to {@code lines}, on the thread that feeds. */
  public LineFeed(SecretFilter secrets, Consumer<StyledLine> lines) {
    this(secrets, lines, MAX_RAW, SafeText.MAX_LINE);
  }

  private LineFeed(SecretFilter secrets, Consumer<StyledLine> lines, int mostRaw, int mostShown) {
    this.secrets = secrets;
    this.lines = lines;
    this.mostRaw = mostRaw;
    this.mostShown = mostShown;
  }

  /** As the first one, for output that is read and not looked at: lines of up to {@link #WHOLE}. */
  public static LineFeed whole(SecretFilter secrets, Consumer<StyledLine> lines) {
    return new LineFeed(secrets, lines, WHOLE, WHOLE);
  }

  /** Without colours, and with secrets known by their shape alone. */
  public LineFeed(Consumer<String> lines) {
    this(new SecretFilter(), styled -> lines.accept(styled.text()));
  }

  /** Feeds a chunk. */
  public void feed(byte[] bytes, int offset, int count) {
    int from = offset;
    int end = offset + count;
    for (int at = offset; at < end; at++) {
      if (bytes[at] == '\n') {
        if (begun || at - from > mostRaw) {
          keep(bytes, from, at);
          finish(line, 0, length);
        } else {
          finish(bytes, from, at);
        }
        from = at + 1;
      }
    }
    if (from < end) {
      keep(bytes, from, end);
    }
  }

  private void keep(byte[] bytes, int from, int to) {
    int room = Math.min(to - from, mostRaw - length);
    if (length + room > line.length) {
      line = Arrays.copyOf(line, Math.min(mostRaw, Math.max(2 * line.length, length + room)));
    }
    System.arraycopy(bytes, from, line, length, room);
    length += room;
    dropped += to - from - room;
    begun = true;
  }

  /** Ends the stream: a last line without a line break is handed over too. */
  @Override
  public void close() {
    if (begun) {
      unfinished = true;
      finish(line, 0, length);
      unfinished = false;
    }
  }

  /** For whoever takes the lines: no line break ended the one that is handed over. */
  public boolean unfinished() {
    return unfinished;
  }

  private void finish(byte[] bytes, int from, int to) {
    found.clear();
    StyledLine shown =
        dropped == 0 && parser.plain() && isPlain(bytes, from, to)
            ? plain(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
            : parsed(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    length = 0;
    begun = false;
    dropped = 0;
    lines.accept(shown);
  }

  /** Printable ASCII and tabs: most lines, and nothing in them needs to be looked at twice. */
  private boolean isPlain(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b < 0x20 ? b != '\t' : b == 0x7f) {
        return false;
      }
    }
    return to - from <= mostShown;
  }

  private StyledLine plain(String text) {
    inKey = secrets.matcher().find(text, inKey, found);
    if (found.size() == 0) {
      return StyledLine.plain(text);
    }
    ParsedLine parsed = parser.parse(text);
    return parsed.render(found, mostShown);
  }

  private StyledLine parsed(String raw) {
    ParsedLine parsed = parser.parse(raw);
    String text = parsed.text();
    SecretMatcher matcher = secrets.matcher();
    inKey = matcher.find(text, inKey, found);
    if (dropped == 0) {
      return parsed.render(found, mostShown);
    }
    hideTorn(text, matcher);
    StyledLine shown = parsed.render(found, mostShown);
    return new StyledLine(shown.text() + " … (" + dropped + " more bytes)", shown.spans());
  }

  /** A secret cut in two would not be recognized: its beginning and the last word are hidden. */
  private void hideTorn(String text, SecretMatcher matcher) {
    int end = text.length();
    int from = end - matcher.begunAtEnd(text);
    int word = end;
    while (word > Math.max(0, end - LONGEST_WORD)
        && !Character.isWhitespace(text.charAt(word - 1))) {
      word--;
    }
    if (Math.min(from, word) < end) {
      found.add(Math.min(from, word), end);
    }
  }
}
