package io.signalbox.app;

import io.signalbox.procedure.RunbookShelf;
import io.signalbox.procedure.Shelved;
import io.signalbox.profile.Profile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code signalbox runbook list}: the runbooks of an environment. */
@Command(
    name = "list",
    description = "Lists the runbooks of the profile's folders, or those that ship.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:listed", "1:a folder could not be read", "2:bad usage or profile"})
final class RunbookListVerb extends ProfileVerb {
  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  RunbookListVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) {
    RunbookShelf.Listing listing = new RunbookShelf(profile).list();
    line.getOut().print(json ? json(listing) : text(listing));
    line.getOut().flush();
    listing.troubles().forEach(line.getErr()::println);
    line.getErr().flush();
    return listing.troubles().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String json(RunbookShelf.Listing listing) {
    ObjectNode root = RunbookJson.object();
    ArrayNode runbooks = root.putArray("runbooks");
    listing.runbooks().forEach(one -> RunbookJson.listed(runbooks.addObject(), one));
    ArrayNode troubles = root.putArray("troubles");
    listing.troubles().forEach(troubles::add);
    return RunbookJson.text(root) + "\n";
  }

  private static String text(RunbookShelf.Listing listing) {
    StringBuilder out = new StringBuilder();
    for (Shelved one : listing.runbooks()) {
      out.append(
          "%-32s %3d steps  %s%n"
              .formatted(
                  one.runbook().path(), one.runbook().steps().size(), one.runbook().title()));
    }
    return out.toString();
  }
}
