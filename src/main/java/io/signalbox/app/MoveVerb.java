package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.action.MoveOptions;
import io.signalbox.action.Question;
import io.signalbox.failover.Candidate;
import io.signalbox.failover.Escalation;
import io.signalbox.failover.FailoverState;
import io.signalbox.handover.CandidateExam;
import io.signalbox.model.RoleMove;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox failover}, {@code switchover} and {@code failback}. */
@Command(
    description = "Moves the deploying role to another runner, or takes such a move back.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done, and a job was seen on the new runner; or only planned",
      "1:failed with nothing changed, or not as intended",
      "2:bad usage or profile, or a choice to be made with --to",
      "3:refused by a rule, read-only or not confirmed: nothing was sent",
      "4:outcome unknown",
      "6:done, but no job was seen on the new runner",
      "7:half done: the same command again finishes, --undo RUN takes it back",
      "8:taken back because of a guardrail",
      "75:the journal or the environment's lock is held by another"
    })
final class MoveVerb extends ActionVerb {
  private static final Pattern TIME = Pattern.compile("(\\d{1,5})(s|m)?");
  private static final Set<String> ANSWERS = Set.of(Question.GO_ON, Question.UNDO, Question.STOP);

  private final RoleMove move;

  @Option(names = "--from", paramLabel = "NAME", description = "The runner that loses the role.")
  private String from = "";

  @Option(names = "--to", paramLabel = "NAME", description = "The runner that takes it.")
  private String to = "";

  @Option(
      names = "--rerun-stuck",
      description = "Cancel the oldest deployment that waits, and run it again.")
  private boolean rerunStuck;

  @Option(
      names = "--stop-service",
      negatable = true,
      description = "Stop the relieved runner's service if idle; a failover does so by default.")
  private @Nullable Boolean stopService;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      description = "How long a job is looked for, e.g. 90s or 5m; 60s by default.")
  private String wait = "";

  @Option(
      names = "--on-breach",
      paramLabel = "CHOICE",
      description = "What a breached guardrail is answered: stop (the default), go-on or undo.")
  private String onBreach = Question.STOP;

  @Option(
      names = "--undo",
      paramLabel = "RUN",
      description = "Put back the label sets that this run recorded before its first change.")
  private String undo = "";

  MoveVerb(RoleMove move, Surroundings surroundings) {
    super(surroundings);
    this.move = move;
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    try (Station station = new Station(profile, surroundings)) {
      CandidateExam exam = station.candidates().orElse(null);
      if (exam == null) {
        line.getErr().println(move.verb() + " needs sources.github in the profile");
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
      station.start();
      Snapshot seen = station.awaitFirstReadings();
      ActionSession session =
          new ActionSession(station, surroundings, plans, given, line).answering(onBreach);
      return undo.isEmpty()
          ? moved(profile, seen, exam, session)
          : session.carryOut(new Intent.UndoMove(undo));
    }
  }

  @Override
  String wrongUsage() {
    if (!ANSWERS.contains(onBreach)) {
      return "--on-breach takes stop, go-on or undo, not `" + onBreach + "`";
    }
    if (!wait.isEmpty() && !TIME.matcher(wait).matches()) {
      return "--wait takes a time such as 90s or 5m, not `" + wait + "`";
    }
    return undo.isEmpty() || (from.isEmpty() && to.isEmpty())
        ? ""
        : "--undo restores what the run recorded; it takes neither --from nor --to";
  }

  private int moved(Profile read, Snapshot seen, CandidateExam exam, ActionSession session)
      throws InterruptedException {
    MoveChoice leaving = MoveChoice.from(move, from, seen, read);
    if (!leaving.decided()) {
      return session.refused(null, leaving.why(), leaving.code());
    }
    if (seen.runner(leaving.name()).isEmpty()) {
      return session.refused(
          null,
          "no runner `" + leaving.name() + "` in the profile or on GitHub",
          ExitCode.BAD_USAGE_OR_PROFILE);
    }
    List<Candidate> everyone = exam.table(move, leaving.name());
    session.with("candidates", CandidateJson.json(everyone), CandidateJson.text(everyone));
    List<Candidate> rows = everyone.stream().filter(Candidate::eligible).toList();
    Escalation.of(seen, read)
        .ifPresent(card -> session.with("escalation", CandidateJson.json(card), ""));
    if (!to.isEmpty() && rows.stream().noneMatch(row -> row.runner().equals(to))) {
      return session.refused(
          null,
          "`" + to + "` is no candidate" + why(everyone) + ": " + known(rows),
          ExitCode.BAD_USAGE_OR_PROFILE);
    }
    MoveChoice taking = MoveChoice.to(to, rows, FailoverState.of(seen, read), move);
    if (!taking.decided()) {
      return session.refused(null, taking.why(), taking.code());
    }
    return session.carryOut(new Intent.MoveRole(move, leaving.name(), taking.name(), options()));
  }

  private String why(List<Candidate> everyone) {
    return everyone.stream()
        .filter(row -> row.runner().equals(to))
        .map(row -> " (" + row.whyNot() + ")")
        .findFirst()
        .orElse("");
  }

  private static String known(List<Candidate> rows) {
    return rows.isEmpty()
        ? "there is none"
        : "there are " + String.join(", ", rows.stream().map(Candidate::runner).toList());
  }

  private MoveOptions options() {
    MoveOptions usual = MoveOptions.usual(move);
    Matcher time = TIME.matcher(wait);
    Duration patience = usual.patience();
    if (time.matches()) {
      long number = Long.parseLong(time.group(1));
      patience =
          "m".equals(time.group(2)) ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }
    return new MoveOptions(
        rerunStuck, stopService == null ? usual.stopService() : stopService, patience);
  }
}
