package io.signalbox.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Turns the bytes of one stream into harmless lines, whatever the chunks: UTF-8 is decoded per line
 * (bad bytes are replaced), {@link SafeText} and then {@link SecretMask} are applied to the whole
 * line, so neither a colour nor a chunk border splits a secret. Call from one thread at a time.
 */
public final class LineFeed implements AutoCloseable {
  /** A longer raw line is cut here before anything else is done to it. */
  static final int MAX_RAW = 64 * 1024;

  private final Consumer<String> lines;
  private final SecretMask.Stream mask = new SecretMask.Stream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long dropped;

  /** Hands each finished line to {@code lines}, on the thread that feeds. */
  public LineFeed(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Feeds a chunk. */
  public void feed(byte[] bytes, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      if (bytes[at] == '\n') {
        finish();
      } else if (line.size() < MAX_RAW) {
        line.write(bytes[at]);
      } else {
        dropped++;
      }
    }
  }

  /** Ends the stream: a last line without a line break is handed over too. */
  @Override
  public void close() {
    if (line.size() > 0) {
      finish();
    }
  }

  private void finish() {
    String raw = line.toString(StandardCharsets.UTF_8);
    line.reset();
    String shown = mask.line(SafeText.line(dropped > 0 ? withoutTornWord(raw) : raw));
    lines.accept(dropped > 0 ? shown + " … (" + dropped + " more bytes)" : shown);
    dropped = 0;
  }

  /**
   * A secret cut in two would not be recognized: the last word of a cut line goes with the rest.
   */
  private static String withoutTornWord(String raw) {
    int end = raw.length();
    while (end > 0 && !Character.isWhitespace(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(0, end);
  }
}
