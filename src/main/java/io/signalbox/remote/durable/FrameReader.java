package io.signalbox.remote.durable;

import io.signalbox.remote.ByteSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads a script's answer out of whatever else a host prints: only lines with this call's own mark
 * count, so banners and noisy start-up files are passed over. Fed by one thread.
 */
final class FrameReader implements ByteSink {
  private static final int MAX_LINE = 1024 * 1024;
  private static final Set<String> WITH_BYTES = Set.of("data", "verify", "aside");

  /** Takes what was framed. */
  interface Frames {
    /** A line: its kind and the words behind it. */
    void line(String kind, String words);

    /** Bytes of a stream, from this offset on. */
    void bytes(String kind, long at, byte[] chunk, int offset, int length);
  }

  private final String mark;
  private final Frames frames;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private String kind = "";
  private long at;
  private long left;
  private boolean ended;

  FrameReader(String nonce, Frames frames) {
    this.mark = "signalbox:" + nonce + " ";
    this.frames = frames;
  }

  /** True once the answer came to its own end: anything less was cut off. */
  boolean ended() {
    return ended;
  }

  @Override
  public void bytes(byte[] chunk, int offset, int length) {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      if (left > 0) {
        int count = (int) Math.min(left, end - from);
        frames.bytes(kind, at, chunk, from, count);
        at += count;
        left -= count;
        from += count;
      } else {
        from = text(chunk, from, end);
      }
    }
  }

  private int text(byte[] chunk, int from, int end) {
    int next = from;
    while (next < end && chunk[next] != '\n') {
      next++;
    }
    if (line.size() < MAX_LINE) {
      line.write(chunk, from, next - from);
    }
    if (next == end) {
      return end;
    }
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    // noise without a line break of its own may stand before the mark
    int start = text.indexOf(mark);
    if (start >= 0 && !ended) {
      frame(text.substring(start + mark.length()));
    }
    return next + 1;
  }

  private void frame(String text) {
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    String rest = space < 0 ? "" : text.substring(space + 1);
    if (word.equals("end")) {
      ended = true;
    } else if (WITH_BYTES.contains(word)) {
      String[] numbers = rest.split(" ");
      kind = word;
      at = Long.parseLong(numbers[0]);
      left = Long.parseLong(numbers[1]);
    } else {
      frames.line(word, rest);
    }
  }
}
