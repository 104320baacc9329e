package io.signalbox.remote.durable;

import io.signalbox.remote.CommandLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A playbook with all that decides what it does, for the control host to look at or to try.
 *
 * @param directory where it is run; the home folder where empty
 * @param argv the run, as it is confirmed
 * @param input what the run finds as {@link RunKit#INPUT}, empty for none
 * @param listing the same run for a look at what it names, without input and without what an
 *     operator wrote
 * @param environment for whatever the team's programs do
 * @param artifact the wanted version's, empty for none
 * @param artifactBefore what stands before a version in an artifact's path, with {@code
 *     artifactAfter} behind it
 * @param marks locks and markers that are not to be there, on the control host and on the others
 * @param versionFiles looked at on the control host itself
 */
public record PlaybookGround(
    String host,
    String directory,
    String playbook,
    String inventory,
    List<String> argv,
    String input,
    List<String> listing,
    Map<String, String> environment,
    String artifact,
    String artifactBefore,
    String artifactAfter,
    String stateFile,
    List<String> marks,
    String versionUrl,
    List<String> versionFiles) {
  /** Copies the collections. */
  public PlaybookGround {
    argv = List.copyOf(argv);
    listing = List.copyOf(listing);
    environment = Map.copyOf(environment);
    marks = List.copyOf(marks);
    versionFiles = List.copyOf(versionFiles);
  }

  private static String word(String text) {
    return CommandLine.quote(List.of(text));
  }

  /** Definitions for the script. */
  String prelude() {
    StringBuilder text = new StringBuilder();
    define(text, "work", directory);
    define(text, "playbook", playbook);
    define(text, "inventory", inventory);
    define(text, "artifact", artifact);
    define(text, "before", artifactBefore);
    define(text, "after", artifactAfter);
    define(text, "statefile", stateFile);
    define(text, "versionurl", versionUrl);
    RunKit kit = new RunKit("", environment, Map.of());
    text.append("envs() {\n:\n").append(kit.exports()).append("}\n");
    text.append("play() { ").append(CommandLine.quote(argv)).append(" \"$@\"; }\n");
    text.append("listing() { ").append(CommandLine.quote(listing)).append(" \"$@\"; }\n");
    List<String> adhoc = new ArrayList<>(List.of("ansible"));
    if (!inventory.isEmpty()) {
      adhoc.addAll(List.of("-i", inventory));
    }
    text.append("adhoc() { ").append(CommandLine.quote(adhoc)).append(" \"$@\"; }\n");
    each(text, "marks", "mark", marks);
    each(text, "ownfiles", "seen", versionFiles);
    return text.toString();
  }

  private static void define(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(word(value)).append('\n');
  }

  private static void each(StringBuilder text, String name, String call, List<String> paths) {
    text.append(name).append("() {\n:\n");
    paths.forEach(path -> text.append(call).append(' ').append(word(path)).append('\n'));
    text.append("}\n");
  }
}
