package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.command.RunVerdict;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.Phase;
import io.signalbox.remote.durable.RunState;
import io.signalbox.remote.durable.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The verdicts of runs in a list: by the evidence of this console's record where it has one, else
 * by what their hosts keep. A rollback's exit code is no verdict: without a record it is
 * unverified.
 */
final class RecordedVerdicts {
  /** Nothing is on record. */
  static final RecordedVerdicts NONE = new RecordedVerdicts();

  private final Map<String, Verdict> byRun = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  private RecordedVerdicts() {}

  /**
   * Reads a journal's folder.
   *
   * @throws ActionException when it cannot be read
   */
  static RecordedVerdicts in(Path folder) throws ActionException {
    RecordedVerdicts read = new RecordedVerdicts();
    try {
      JournalReader.read(folder).forEach(read::learn);
    } catch (IOException e) {
      throw new ActionException("the journal in " + folder + " cannot be read: " + e.getMessage());
    }
    return read;
  }

  private void learn(JournalEntry entry) {
    if (entry.phase() == Phase.STARTED) {
      begun.add(entry.actionId());
    }
    if (entry.phase() != Phase.OUTCOME) {
      return;
    }
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(entry.result()) && says(entry.actionId(), verdict)) {
        byRun.put(entry.actionId(), verdict);
      }
    }
  }

  /** An approval that was used already is refused under the same number: that is no new outcome. */
  private boolean says(String action, Verdict verdict) {
    return verdict != Verdict.NOT_RUN || begun.contains(action) && !byRun.containsKey(action);
  }

  /**
   * A verdict and what it rests on.
   *
   * @param recorded by evidence on record here
   * @param words where it is not the plain verdict: why not
   */
  record Judged(Verdict verdict, boolean recorded, String words) {}

  /** How a run stands. */
  Judged of(RunStatus run) {
    Outcome there = RunVerdict.of(run);
    Verdict known = byRun.get(run.id());
    boolean told = known != null && known != Verdict.UNKNOWN && known != Verdict.RUNNING;
    if (known != null && told && run.state().over()) {
      return new Judged(known, true, "");
    }
    if (!RollbackAfterwards.rollback(run) || run.state() != RunState.FINISHED || run.aborted()) {
      return new Judged(there.verdict(), false, "");
    }
    Integer code = run.exitCode();
    return new Judged(
        code != null && code == 0 ? Verdict.SUCCEEDED_UNVERIFIED : Verdict.UNKNOWN,
        false,
        "unverified, exit code " + code + " alone; attach to it for its verdict");
  }
}
