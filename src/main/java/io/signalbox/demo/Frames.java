package io.signalbox.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes answers with the mark that the console's call brought. */
final class Frames {
  private final String nonce;
  private final OutputStream out;
  private final CountDownLatch cut;

  Frames(String nonce, OutputStream out, CountDownLatch cut) {
    this.nonce = nonce;
    this.out = out;
    this.cut = cut;
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void say(String words) throws IOException {
    write("signalbox:" + nonce + " " + words + "\n");
  }

  void tell(String words, List<String> lines) throws IOException {
    say(words);
    for (String line : lines) {
      say("out " + line);
    }
  }

  /** Bytes of a stream, all of them ASCII. */
  long bytes(String kind, long at, String text) throws IOException {
    say(kind + " " + at + " " + text.length());
    write(text + "\n");
    return at + text.length();
  }

  /** What a stream holds from there on. */
  long rest(String kind, long from, String whole) throws IOException {
    return from < whole.length() ? bytes(kind, from, whole.substring((int) from)) : from;
  }

  /** Waits, unless the console goes away. */
  void pause(Duration time) throws IOException, InterruptedException {
    if (cut.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("the console went away");
    }
  }
}
