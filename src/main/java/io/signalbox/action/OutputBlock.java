package io.signalbox.action;

import io.signalbox.text.StyleSpan;
import io.signalbox.text.TextStyle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some hundred lines of output in a compact form, fit for memory and for a file alike: per line its
 * time (a difference in microseconds), whether it is an error, its spans and its text in UTF-8. Not
 * safe for several threads.
 */
final class OutputBlock {
  /** When a block is full. */
  static final int FULL_BYTES = 64 * 1024;

  static final int FULL_LINES = 4096;

  /** Room for a line that fills a block: only a longer one needs another array. */
  private static final int SPARE_BYTES = 1024;

  private byte[] bytes;
  private int size;
  private int lines;
  private long lastMicros;

  OutputBlock() {
    this(new byte[1024]);
  }

  /** Writes into an array that nobody uses any more. */
  OutputBlock(byte[] unused) {
    bytes = unused;
  }

  int lines() {
    return lines;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean full() {
    return size >= FULL_BYTES || lines >= FULL_LINES;
  }

  void add(OutputLine line) {
    long micros = line.at().getEpochSecond() * 1_000_000 + line.at().getNano() / 1000;
    long step = micros - lastMicros;
    lastMicros = micros;
    number(step << 1 ^ step >> 63);
    byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
    number((long) text.length << 2 | (line.spans().isEmpty() ? 0 : 2) | (line.error() ? 1 : 0));
    if (!line.spans().isEmpty()) {
      number(line.spans().size());
      for (StyleSpan span : line.spans()) {
        number(span.from());
        number(span.to());
        number(span.style().pack());
      }
    }
    room(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    lines++;
  }

  private void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      int next = Math.min(2 * bytes.length, FULL_BYTES + SPARE_BYTES);
      bytes = Arrays.copyOf(bytes, Math.max(next, size + more));
    }
  }

  /** All lines of the first {@code size} bytes. */
  static List<OutputLine> read(byte[] bytes, int size, int lines) {
    Reader reader = new Reader(bytes, size);
    List<OutputLine> read = new ArrayList<>(lines);
    while (reader.at < size) {
      read.add(reader.line());
    }
    return read;
  }

  private static final class Reader {
    private final byte[] bytes;
    private final int size;
    private int at;
    private long micros;

    Reader(byte[] bytes, int size) {
      this.bytes = bytes;
      this.size = size;
    }

    OutputLine line() {
      long step = number();
      micros += step >>> 1 ^ -(step & 1);
      Instant time =
          Instant.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
      long head = number();
      List<StyleSpan> spans = (head & 2) == 0 ? List.of() : spans();
      int length = (int) Math.min(head >>> 2, size - at);
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return new OutputLine(time, (head & 1) != 0, text, spans);
    }

    private List<StyleSpan> spans() {
      int count = (int) number();
      List<StyleSpan> spans = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        spans.add(new StyleSpan((int) number(), (int) number(), TextStyle.unpack((int) number())));
      }
      return spans;
    }

    private long number() {
      long value = 0;
      for (int shift = 0; at < size && shift < 64; shift += 7) {
        byte next = bytes[at++];
        value |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          break;
        }
      }
      return value;
    }
  }
}
