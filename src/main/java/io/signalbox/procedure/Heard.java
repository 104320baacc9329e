package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.text.StyledLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Hands everything on and keeps what the step's verification needs. Safe on every thread. */
final class Heard implements Progress {
  private static final int KEPT = 5000;

  private final Progress progress;
  private final Deque<String> lines = new ArrayDeque<>();
  private final List<Evidence> evidence = new ArrayList<>();

  Heard(Progress progress) {
    this.progress = progress;
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized List<Evidence> seen() {
    return List.copyOf(evidence);
  }

  private synchronized void keep(String line) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /** Says something of its own: no output of the step. */
  void say(boolean error, String text) {
    progress.output(error, text);
  }

  @Override
  public void begin(String step) {
    progress.begin(step);
  }

  @Override
  public void end(Verdict verdict) {
    progress.end(verdict);
  }

  @Override
  public void output(boolean error, String text) {
    keep(text);
    progress.output(error, text);
  }

  @Override
  public void styled(boolean error, StyledLine line) {
    keep(line.text());
    progress.styled(error, line);
  }

  @Override
  public void evidence(Evidence one) {
    synchronized (this) {
      evidence.add(one);
    }
    progress.evidence(one);
  }

  @Override
  public void started() throws ActionException {
    progress.started();
  }

  @Override
  public String actor() {
    return progress.actor();
  }

  @Override
  public String reason() {
    return progress.reason();
  }

  @Override
  public String journalHead() {
    return progress.journalHead();
  }

  @Override
  public String journal() {
    return progress.journal();
  }

  @Override
  public void settled(String other, Outcome outcome) {
    progress.settled(other, outcome);
  }
}
