package io.signalbox.rollback.work;

import io.signalbox.ansible.EventLog;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.PrintedRun;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.durable.RunOutput;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.text.LineFeed;
import io.signalbox.text.SecretFilter;
import io.signalbox.text.StyledLine;

/** Takes a run's log and its events as they come: lines for people, a tree for the board. */
public final class RunWatch implements RunOutput, AutoCloseable {
  private final String run;
  private final OutputSink sink;
  private final RollbackBoard board;
  private final EventLog events;
  private final PrintedRun printed = new PrintedRun();
  private final LineFeed log;

  /** For one run. */
  public RunWatch(String run, OutputSink sink, RollbackBoard board, SecretFilter secrets) {
    this.run = run;
    this.sink = sink;
    this.board = board;
    this.events = new EventLog(secrets);
    this.log = new LineFeed(secrets, this::line);
  }

  private void line(StyledLine line) {
    printed.line(line.text());
    sink.styled(false, line);
  }

  @Override
  public synchronized void bytes(byte[] chunk, int offset, int length) {
    log.feed(chunk, offset, length);
  }

  @Override
  public boolean wantsEvents() {
    return true;
  }

  @Override
  public synchronized void events(byte[] chunk, int offset, int length) {
    events.feed(chunk, offset, length);
    board.show(run, events.tree());
  }

  @Override
  public void verify(byte[] chunk, int offset, int length) {}

  @Override
  public void alive() {}

  @Override
  public synchronized void notice(String words) {
    sink.line(true, words);
  }

  /** Only the events again, to fill what is missing among them. */
  RunOutput refill() {
    return new RunOutput() {
      @Override
      public void bytes(byte[] chunk, int offset, int length) {}

      @Override
      public boolean wantsEvents() {
        return true;
      }

      @Override
      public void events(byte[] chunk, int offset, int length) {
        RunWatch.this.events(chunk, offset, length);
      }

      @Override
      public void verify(byte[] chunk, int offset, int length) {}

      @Override
      public void alive() {}

      @Override
      public void notice(String words) {}
    };
  }

  synchronized PlaybookTree tree() {
    return events.tree();
  }

  synchronized PrintedRun printed() {
    return printed;
  }

  @Override
  public synchronized void close() {
    log.close();
  }
}
