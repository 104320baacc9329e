package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox rollback}: previews or carries out the team's rollback playbook. */
@Command(
    name = "rollback",
    description = "Plans, previews or carries out a rollback to an older version.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done and verified; or only planned; or a preview was taken",
      "1:failed, or done but not as intended",
      "2:bad usage or profile",
      "3:refused by a rule, read-only or not confirmed: nothing was changed",
      "4:outcome unknown",
      "6:done, not verified",
      "7:done on some hosts only",
      "8:cancelled",
      "75:the journal or the environment's lock is held by another"
    })
final class RollbackVerb extends ActionVerb {
  @Option(names = "--to", required = true, paramLabel = "VERSION", description = "Where to go.")
  private String version = "";

  @Option(
      names = "--preview",
      description = "Run the playbook in check mode and keep what it says on the control host.")
  private boolean preview;

  @Option(names = "--incident", paramLabel = "ID", description = "The incident's id.")
  private String incident = "";

  @Option(names = "--ticket", paramLabel = "ID", description = "A ticket's id.")
  private String ticket = "";

  @Option(
      names = "--limit",
      paramLabel = "HOST,HOST",
      split = ",",
      description = "Work on these hosts alone, as after a partial run.")
  private List<String> limit = new ArrayList<>();

  @Option(
      names = "--acknowledge-migration",
      description =
          "A database migration lies in between, or may; the older version can live with it.")
  private boolean migration;

  @Option(
      names = "--acknowledge-partial",
      paramLabel = "TEXT",
      description = "What you know of a half-done deployment; goes to the journal.")
  private String partial = "";

  RollbackVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    if (preview && given.confirming()) {
      line.getErr().println("--preview changes nothing: give it without --confirm");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(profile, surroundings)) {
      station.start();
      var _ = station.awaitFirstReadings();
      RollbackJson extras = new RollbackJson(station.rollback().board(), preview);
      ActionSession session = new ActionSession(station, surroundings, plans, given, line, extras);
      return given.confirming() && !plans.only() && incident.isBlank()
          ? session.notRun("not confirmed: --incident ID is missing; nothing was sent")
          : session.carryOut(intent());
    }
  }

  private Intent intent() {
    Intent.Acknowledged acknowledged = new Intent.Acknowledged(migration, partial);
    return preview
        ? new Intent.PreviewRollback(version, limit, acknowledged)
        : new Intent.Rollback(version, given.reason(), incident, ticket, limit, acknowledged);
  }
}
