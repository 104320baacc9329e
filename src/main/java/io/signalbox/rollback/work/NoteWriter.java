package io.signalbox.rollback.work;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.github.GithubCommands;
import io.signalbox.github.WriteAnswer;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.RollbackProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rollback's records to GitHub, each at most once and never again by itself. What goes
 * wrong is evidence and no part of the verdict: the hosts are as they are, whatever GitHub answers.
 * Blocks; one thread.
 */
final class NoteWriter {
  /** What the evidence of the issue is called. */
  static final String ISSUE = "GitHub issue";

  /** What the evidence of deployment and status is called. */
  static final String STATUS = "GitHub deployment status";

  private static final String BY_HAND = "; look at GitHub, then write it by hand where it is not";

  private final @Nullable GithubCommands github;
  private final Clock clock;
  private final RollbackProfile profile;
  private final Notes notes;
  private final Permit permit;
  private final Plan plan;
  private final Progress progress;
  private String deployment = "";

  NoteWriter(RollbackSetup setup, Notes notes, Permit permit, Plan plan, Progress progress) {
    this.github = setup.github();
    this.clock = setup.clock();
    this.profile = setup.profile().rollback();
    this.notes = notes;
    this.permit = permit;
    this.plan = plan;
    this.progress = progress;
  }

  /** The playbook runs: the deployment is created and in progress. */
  void begun() throws InterruptedException {
    RemoteCommand create = notes.deployment();
    if (create == null) {
      return;
    }
    WriteAnswer answer = send(create, "");
    if (!(answer instanceof WriteAnswer.Done done)) {
      unwritten(STATUS, "the deployment", answer);
      return;
    }
    if (done.id() == null) {
      evidence(
          STATUS,
          Result.NOT_READABLE,
          "a deployment was created and GitHub did not name it: set its status by hand");
      return;
    }
    deployment = "deployment " + done.id() + " in " + notes.repository();
    status(Notes.BEGUN, "");
  }

  /** The verdict is known: the last status by it, and the issue with it. */
  void ended(Verdict verdict) throws InterruptedException {
    String state = Notes.state(verdict);
    if (state.isEmpty()) {
      leftRunning();
      return;
    }
    if (!deployment.isEmpty()) {
      status(state, verdict.name());
    }
    issue(verdict);
  }

  /** The playbook goes on without this console: GitHub is told nothing that is not so. */
  void leftRunning() throws InterruptedException {
    if (!deployment.isEmpty()) {
      evidence(
          STATUS,
          Result.NOT_READABLE,
          deployment + " stays in progress; set its status by hand once the run has ended");
    }
    issue(Verdict.UNKNOWN);
  }

  /** What the profile asks for, by the names of its evidence. */
  static List<String> wanted(RollbackProfile profile) {
    List<String> all = new ArrayList<>();
    if (profile.deploymentStatus()) {
      all.add(STATUS);
    }
    if (profile.githubIssue()) {
      all.add(ISSUE);
    }
    return all;
  }

  private void status(String state, String verdict) throws InterruptedException {
    RemoteCommand command = notes.statuses().get(state);
    if (command == null) {
      return;
    }
    WriteAnswer answer = send(command, verdict);
    if (answer instanceof WriteAnswer.Done) {
      evidence(STATUS, Result.PROVED, deployment + " is " + state);
    } else {
      unwritten(STATUS, "status " + state + " of " + deployment, answer);
    }
  }

  private void issue(Verdict verdict) throws InterruptedException {
    if (!notes.trouble().isEmpty()) {
      String words = "not written: " + notes.trouble() + "; write it by hand";
      wanted(profile).forEach(what -> evidence(what, Result.NOT_READABLE, words));
    }
    RemoteCommand issue = notes.issue();
    if (issue == null) {
      return;
    }
    WriteAnswer answer = send(issue, verdict.name());
    if (answer instanceof WriteAnswer.Done done) {
      String number = done.id() == null ? "an issue" : "issue " + done.id();
      evidence(ISSUE, Result.PROVED, number + " in " + notes.repository());
    } else {
      unwritten(ISSUE, "the issue", answer);
    }
  }

  private void unwritten(String what, String which, WriteAnswer answer) {
    boolean refused = answer instanceof WriteAnswer.Refused;
    evidence(
        what,
        refused ? Result.DISPROVED : Result.NOT_READABLE,
        refused
            ? which + " was not written: " + answer.words() + " Write it by hand"
            : which + " may have been written: " + answer.words() + BY_HAND);
  }

  private WriteAnswer send(RemoteCommand command, String verdict) throws InterruptedException {
    progress.output(false, command.host() + ": " + String.join(" ", command.argv()));
    WriteAnswer answer;
    try {
      answer =
          github == null
              ? new WriteAnswer.Refused(0, "GitHub is not configured. Nothing was sent.")
              : github.send(permit, plan, command, verdict);
    } catch (PermitRefusedException e) {
      answer = new WriteAnswer.Refused(0, e.getMessage() + ".");
    }
    progress.output(!(answer instanceof WriteAnswer.Done), answer.words());
    return answer;
  }

  private void evidence(String what, Result result, String words) {
    Instant now = clock.instant();
    progress.evidence(new Evidence(what, result, words, now));
  }
}
