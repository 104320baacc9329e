package io.signalbox.app;

import io.signalbox.procedure.RunbookShelf;
import io.signalbox.procedure.Shelved;
import io.signalbox.profile.Profile;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which runbook of which environment, alike for the verbs about the work on one. */
final class RunbookChoice {
  @Mixin private ProfileOption profile = new ProfileOption();

  @Parameters(paramLabel = "FILE", description = "A file, or a name from the list.")
  private String file = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  /** What was chosen. */
  record Chosen(Profile profile, Shelved shelved) {}

  /** Empty, and said why, where there is none. */
  Optional<Chosen> chosen(Surroundings surroundings, PrintWriter err) {
    Optional<Profile> read = profile.read(surroundings.folders().home(), err);
    Optional<Shelved> found = read.flatMap(one -> new RunbookShelf(one).find(file));
    if (read.isPresent() && found.isEmpty()) {
      err.println("no runbook `" + file + "`: give a file, or a name that `runbook list` shows");
    }
    return found.map(shelved -> new Chosen(read.orElseThrow(), shelved));
  }

  /** As JSON, or as text. */
  String print(ProgressView view) {
    return json ? RunbookJson.text(view.json()) + "\n" : view.text();
  }
}
