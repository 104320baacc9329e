package io.signalbox.command;

import io.signalbox.remote.OutputSink;
import io.signalbox.remote.durable.RunOutput;
import io.signalbox.text.LineFeed;
import io.signalbox.text.SecretFilter;
import io.signalbox.text.StyledLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Turns a run's bytes into harmless lines, and says when it has been silent for long. */
public final class RunLines implements RunOutput, AutoCloseable {
  /** After which silence is worth a word. */
  static final Duration SILENCE = Duration.ofSeconds(120);

  /** What the lines of a proof begin with. */
  static final String PROOF = "verify: ";

  private final OutputSink sink;
  private final Clock clock;
  private final LineFeed log;
  private final LineFeed proof;
  private Instant heard;

  /** Hands each line to a sink; what proves the run is marked. */
  public RunLines(OutputSink sink, Clock clock, SecretFilter secrets) {
    this(sink, clock, secrets, false);
  }

  /** As above, but long lines are not cut: for output that goes to a file or another program. */
  public static RunLines whole(OutputSink sink, Clock clock, SecretFilter secrets) {
    return new RunLines(sink, clock, secrets, true);
  }

  private RunLines(OutputSink sink, Clock clock, SecretFilter secrets, boolean whole) {
    this.sink = sink;
    this.clock = clock;
    this.log = whole ? LineFeed.whole(secrets, this::logged) : new LineFeed(secrets, this::logged);
    this.proof = new LineFeed(secrets, line -> sink.line(false, PROOF + line.text()));
    this.heard = clock.instant();
  }

  private void logged(StyledLine line) {
    if (log.unfinished()) {
      sink.unfinished(false, line);
    } else {
      sink.styled(false, line);
    }
  }

  @Override
  public synchronized void bytes(byte[] chunk, int offset, int length) {
    heard = clock.instant();
    log.feed(chunk, offset, length);
  }

  @Override
  public synchronized void verify(byte[] chunk, int offset, int length) {
    log.close();
    proof.feed(chunk, offset, length);
  }

  @Override
  public synchronized void alive() {
    Instant now = clock.instant();
    if (Duration.between(heard, now).compareTo(SILENCE) >= 0) {
      heard = now;
      sink.line(true, "it runs, but has written nothing for " + SILENCE.toSeconds() + " s");
    }
  }

  @Override
  public synchronized void notice(String words) {
    sink.line(true, words);
  }

  @Override
  public synchronized void close() {
    log.close();
    proof.close();
  }
}
