package io.signalbox.app;

import io.signalbox.action.Verdict;
import io.signalbox.profile.Profile;
import io.signalbox.rollback.Health;
import io.signalbox.rollback.HealthBoard;
import io.signalbox.rollback.work.HealthAsker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code signalbox health}: the eight categories, asked from the control host. */
@Command(
    name = "health",
    description = "Asks the health checks of the profile and shows the eight categories.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing that blocks failed, and everything configured could be asked",
      "1:a check that blocks failed",
      "2:the profile has mistakes",
      "4:something configured could not be asked",
      "5:nothing is configured, or nothing could be asked"
    })
final class HealthVerb extends ProfileVerb {
  private static final int ATTEMPTS = 3;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  HealthVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    try (Station station = new Station(profile, surroundings)) {
      HealthBoard board = new HealthAsker(station.rollback()).ask(ATTEMPTS);
      line.getOut().print(json ? json(board) + "\n" : text(board));
      line.getOut().flush();
      return code(board);
    }
  }

  private static int code(HealthBoard board) {
    boolean nothing =
        board.lines().stream()
            .flatMap(one -> one.checks().stream())
            .allMatch(check -> check.state() == Health.UNKNOWN);
    if (nothing) {
      return ExitCode.NO_SOURCE_READABLE;
    }
    if (board.blocked()) {
      return ExitCode.FAILED;
    }
    return board.worst() == Health.UNKNOWN ? Verdict.UNKNOWN.exitCode() : ExitCode.OK;
  }

  private static String json(HealthBoard board) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode categories = root.putArray("categories");
    for (HealthBoard.Line line : board.lines()) {
      ObjectNode category =
          categories
              .addObject()
              .put("name", line.category().word())
              .put("state", line.state().word())
              .put("blocking", line.blocking());
      ArrayNode checks = category.putArray("checks");
      for (HealthBoard.Check check : line.checks()) {
        checks
            .addObject()
            .put("name", check.name())
            .put("state", check.state().word())
            .put("blocking", check.blocking())
            .put("observed", check.observed());
      }
    }
    root.put("takenAt", board.at().toString());
    return RunJson.text(root);
  }

  private static String text(HealthBoard board) {
    StringBuilder out = new StringBuilder();
    for (HealthBoard.Line line : board.lines()) {
      out.append("%-10s %s%n".formatted(line.category().word(), line.state().word()));
      line.checks()
          .forEach(
              one ->
                  out.append(
                      "  %-9s %s: %s%n".formatted(one.state().word(), one.name(), one.observed())));
    }
    return out.toString();
  }
}
