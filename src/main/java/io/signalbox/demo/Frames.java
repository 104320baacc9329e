package io.signalbox.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Writes answers with the mark that the console's call brought. */
final class Frames {
  private final String nonce;
  private final DemoCommand command;

  /** To whoever gave this command. */
  Frames(String nonce, DemoCommand command) {
    this.nonce = nonce;
    this.command = command;
  }

  void say(String words) throws IOException {
    command.print("signalbox:" + nonce + " " + words + "\n");
  }

  void tell(String words, List<String> lines) throws IOException {
    say(words);
    for (String line : lines) {
      say("out " + line);
    }
  }

  /** The next bytes of a stream; says where it stands then. */
  long bytes(String kind, long at, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    say(kind + " " + at + " " + bytes.length);
    command.print(bytes);
    command.print("\n");
    return at + bytes.length;
  }

  /** What a stream holds from there on; says where it stands then. */
  long rest(String kind, long from, byte[] whole) throws IOException {
    if (from >= whole.length) {
      return from;
    }
    say(kind + " " + from + " " + (whole.length - from));
    command.print(Arrays.copyOfRange(whole, (int) from, whole.length));
    command.print("\n");
    return whole.length;
  }

  /** Waits, unless the console goes away. */
  void pause(Duration time) throws IOException, InterruptedException {
    if (command.cutWithin(time)) {
      throw new IOException("the console went away");
    }
  }
}
