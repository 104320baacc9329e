package io.signalbox.rollback.work;

import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.github.GithubCall;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.model.Deployment;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.rollback.Versions;
import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rollback will write to GitHub because the profile asks for it, frozen as commands of its
 * plan. Of the three last statuses one is sent.
 *
 * @param repository {@code owner/name}, empty where nothing is written
 * @param issue null where none is written
 * @param deployment null where none is written
 * @param statuses GitHub's state to the command that sets it; empty without a deployment
 * @param trouble why what the profile asks for cannot be written, empty otherwise
 */
record Notes(
    String repository,
    @Nullable RemoteCommand issue,
    @Nullable RemoteCommand deployment,
    Map<String, RemoteCommand> statuses,
    String trouble) {
  /** While the playbook runs. */
  static final String BEGUN = "in_progress";

  private static final int LONGEST = 140; // GitHub's own limit of a status's description
  private static final String TASK = "rollback";

  /** GitHub's state for a verdict; empty while nothing has ended. Not proved is no success. */
  static String state(Verdict verdict) {
    return switch (verdict) {
      case SUCCEEDED_VERIFIED -> "success";
      case FAILED, FAILED_VERIFY, PARTIAL, CANCELLED, NOT_RUN -> "failure";
      case SUCCEEDED_UNVERIFIED, UNKNOWN -> "error";
      case RUNNING -> "";
    };
  }

  /** For what was looked at; sends nothing. */
  static Notes of(RollbackSetup setup, Looked looked, Intent.Rollback wanted) {
    RollbackProfile profile = setup.profile().rollback();
    if (!profile.githubIssue() && !profile.deploymentStatus()) {
      return new Notes("", null, null, Map.of(), "");
    }
    String repository = repository(setup);
    if (repository.isEmpty() || setup.github() == null) {
      String why = "sources.github names no repository in the profile";
      return new Notes("", null, null, Map.of(), why);
    }
    String environment = setup.profile().environment().name();
    String from = Versions.valid(looked.from()) ? looked.from() : "unknown version";
    String move = from + " → " + wanted.version();
    RemoteCommand issue =
        profile.githubIssue()
            ? GithubCall.createIssue(
                repository,
                "Rollback of %s to %s: %s (%s)"
                    .formatted(
                        environment,
                        wanted.version(),
                        GithubCall.VERDICT,
                        open(setup, wanted.incident())),
                text(setup, looked, wanted, move),
                List.of())
            : null;
    if (!profile.deploymentStatus()) {
      return new Notes(repository, issue, null, Map.of(), "");
    }
    RemoteCommand deployment =
        GithubCall.createDeployment(
            repository,
            ref(setup, repository, wanted.version()),
            environment,
            TASK,
            cut("Rollback " + move + ", incident " + open(setup, wanted.incident())));
    Map<String, RemoteCommand> statuses = new LinkedHashMap<>();
    for (String state : List.of(BEGUN, "success", "failure", "error")) {
      String words = state.equals(BEGUN) ? "The playbook runs" : GithubCall.VERDICT;
      statuses.put(
          state,
          GithubCall.createStatusOfCreated(
              repository, state, words + ", Signalbox run " + GithubCall.RUN));
    }
    return new Notes(repository, issue, deployment, statuses, "");
  }

  private static String text(
      RollbackSetup setup, Looked looked, Intent.Rollback wanted, String move) {
    List<String> lines = new ArrayList<>();
    lines.add("Signalbox carried out a rollback of " + setup.profile().environment().name() + ".");
    lines.add("");
    lines.add("- Incident: " + open(setup, wanted.incident()));
    if (!wanted.ticket().isBlank()) {
      lines.add("- Ticket: " + open(setup, wanted.ticket()));
    }
    lines.add("- Reason: " + open(setup, wanted.reason()));
    lines.add("- Version: " + move);
    lines.add("- Hosts: " + looked.hosts().size());
    lines.add("- Verdict: " + GithubCall.VERDICT);
    lines.add("- Run: " + GithubCall.RUN);
    lines.add("");
    lines.add(
        "The verdict is what the console knew when it wrote this. The evidence is in its journal;"
            + " `signalbox attach "
            + GithubCall.RUN
            + "` reads the run again from its control host.");
    return String.join("\n", lines);
  }

  /** Where this environment was deployed from last, else the first one of the profile. */
  private static String repository(RollbackSetup setup) {
    var github = setup.profile().sources().github();
    List<String> known = github == null ? List.of() : github.repositories();
    return deployments(setup)
        .map(Deployment::repository)
        .filter(known::contains)
        .findFirst()
        .orElse(known.isEmpty() ? "" : known.getFirst());
  }

  /** What the version was deployed as, else the version itself: GitHub says whether it has it. */
  private static String ref(RollbackSetup setup, String repository, String version) {
    Set<String> names = Set.of(version, "v" + version);
    return deployments(setup)
        .filter(one -> one.repository().equals(repository))
        .map(Deployment::ref)
        .filter(names::contains)
        .findFirst()
        .orElse(version);
  }

  private static Stream<Deployment> deployments(RollbackSetup setup) {
    String environment = setup.profile().environment().name();
    return setup.snapshots().get().deployments().stream()
        .filter(one -> one.environment().equals(environment))
        .sorted(Comparator.comparing(Deployment::createdAt).reversed());
  }

  /** What an operator wrote, for others to read: one harmless line without known secrets. */
  private static String open(RollbackSetup setup, String text) {
    return setup.secrets().mask(SafeText.line(text));
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** All of them, as a plan lists them. */
  List<RemoteCommand> commands() {
    List<RemoteCommand> all = new ArrayList<>();
    if (deployment != null) {
      all.add(deployment);
      all.addAll(statuses.values());
    }
    if (issue != null) {
      all.add(issue);
    }
    return all;
  }

  /** For the plan's sentence; empty where nothing is written. */
  String words() {
    if (commands().isEmpty()) {
      return "";
    }
    String what =
        issue == null
            ? "a deployment with its status"
            : deployment == null ? "an issue" : "an issue and a deployment with its status";
    return " Writes "
        + what
        + " to "
        + repository
        + " on GitHub"
        + (deployment == null ? "." : "; of its last statuses one is sent, by the verdict.");
  }
}
