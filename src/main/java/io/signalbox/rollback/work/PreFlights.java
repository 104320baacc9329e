package io.signalbox.rollback.work;

import io.signalbox.profile.RollbackProfile;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.PlaybookAnswer.Part;
import io.signalbox.rollback.Migration;
import io.signalbox.rollback.PreFlight;
import io.signalbox.rollback.PreFlight.Check;
import io.signalbox.rollback.PreFlight.Mark;
import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns what was seen into checks, each with a verdict and its words. */
final class PreFlights {
  private static final long LITTLE = 1024L * 1024;
  private static final long TOO_LITTLE = 64L * 1024;
  private static final int SHOWN = 3;

  private final RollbackProfile profile;
  private final List<Check> checks = new ArrayList<>();

  private PreFlights(RollbackProfile profile) {
    this.profile = profile;
  }

  /**
   * All checks.
   *
   * @param asking false for a preview: it needs no word about a migration, and may be of the hosts
   *     that do answer
   */
  static PreFlight of(
      RollbackProfile profile,
      GroundReader.Seen seen,
      String target,
      boolean acknowledged,
      Migration migration,
      boolean asking) {
    PreFlights made = new PreFlights(profile);
    made.place(seen);
    made.hosts(seen, asking);
    made.variables();
    made.version(seen, target);
    made.artifact(seen.look());
    made.disk(seen.look());
    made.marks(seen);
    made.migration(migration, acknowledged || !asking);
    return new PreFlight(made.checks, seen.listing(), seen.at());
  }

  private void add(String id, Mark mark, String words) {
    checks.add(new Check(id, mark, words));
  }

  private void place(GroundReader.Seen seen) {
    PlaybookAnswer look = seen.look();
    if (look.part("place").isPresent()) {
      add("ansible", Mark.FAILED, "the folder " + profile.directory() + " is not there");
      return;
    }
    Optional<Part> version = look.part("version");
    boolean runs = version.isPresent() && version.get().code() == 0;
    String first = version.map(PreFlights::firstLine).orElse("");
    add(
        "ansible",
        runs ? Mark.OK : Mark.FAILED,
        runs
            ? first
            : "ansible-playbook does not run on the control host (exit code "
                + version.map(Part::code).orElse(-1)
                + "): "
                + (first.isEmpty() ? "no words" : first)
                + "; install ansible-core, or set PATH in rollback.env");
    boolean file = look.word("playbook").orElse("").equals("file");
    if (!file) {
      add("playbook", Mark.FAILED, profile.playbook() + " is not there, in " + folder());
    }
    if (look.word("inventory").orElse("").equals("missing")) {
      add(
          "inventory",
          Mark.FAILED,
          "the inventory "
              + profile.inventory()
              + " is not there, in "
              + folder()
              + "; Ansible would match nothing and still end with 0");
      return;
    }
    add("inventory", Mark.OK, profile.inventory().isEmpty() ? "Ansible's own" : "there");
    Part list = look.part("list").orElse(null);
    if (!runs || !file || list == null) {
      return;
    }
    if (list.code() != 0 && errors(list).contains("no hosts")) {
      add("hosts", Mark.FAILED, "no host is matched: " + errors(list));
      return;
    }
    add(
        "playbook",
        list.code() == 0 ? Mark.OK : Mark.FAILED,
        list.code() == 0
            ? seen.listing().tasks() + " tasks"
            : "Ansible cannot read it (exit code " + list.code() + "): " + errors(list));
  }

  private String folder() {
    return profile.directory().isEmpty() ? "the home folder" : profile.directory();
  }

  private static String firstLine(Part part) {
    return part.text().stream()
        .map(line -> SafeText.line(line).strip())
        .filter(line -> !line.isEmpty() && !line.startsWith("[WARNING]"))
        .findFirst()
        .orElse("");
  }

  private static String errors(Part part) {
    List<String> lines =
        part.text().stream()
            .map(line -> SafeText.line(line).strip())
            .filter(line -> !line.isEmpty())
            .toList();
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("ERROR!") || lines.get(i).startsWith("[ERROR]")) {
        from = i;
        break;
      }
    }
    return lines.stream().skip(from).limit(SHOWN).collect(Collectors.joining(" "));
  }

  private void hosts(GroundReader.Seen seen, boolean asking) {
    List<String> hosts = seen.listing().hosts();
    if (seen.look().part("list").filter(part -> part.code() == 0).isEmpty()) {
      return;
    }
    if (hosts.isEmpty()) {
      add("hosts", Mark.FAILED, "no host is matched: nothing would be changed, and Ansible says 0");
      return;
    }
    add("hosts", Mark.OK, hosts.size() + " matched: " + String.join(", ", hosts));
    if (!seen.locked().isEmpty()) {
      add("protected", Mark.FAILED, "locked in the profile: " + String.join(", ", seen.locked()));
    }
    PlaybookAnswer reach = seen.reach();
    if (reach == null) {
      return;
    }
    Map<String, String> silent =
        HostLines.silent(reach.part("ping").map(Part::text).orElse(List.of()), hosts);
    add(
        "reachable",
        silent.isEmpty()
            ? Mark.OK
            : asking || silent.size() == hosts.size() ? Mark.FAILED : Mark.WARNING,
        silent.isEmpty()
            ? "every host answers"
            : silent.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("; ")));
  }

  private void variables() {
    List<String> unknown =
        profile.variables().keySet().stream()
            .filter(name -> !PlaybookCall.VALUES.contains(name))
            .sorted()
            .toList();
    if (!profile.variables().containsKey("target")) {
      add(
          "variables",
          Mark.FAILED,
          "rollback.variables names none for `target`: the playbook would not know where to");
    } else if (!unknown.isEmpty()) {
      add(
          "variables",
          Mark.FAILED,
          "rollback.variables has no values called "
              + String.join(", ", unknown)
              + "; there are "
              + String.join(", ", PlaybookCall.VALUES));
    } else {
      add("variables", Mark.OK, "complete");
    }
  }

  private void version(GroundReader.Seen seen, String target) {
    Optional<String> refusal = seen.versions().refusal(target);
    if (refusal.isPresent()) {
      add("version", Mark.FAILED, refusal.get());
      return;
    }
    boolean known = seen.versions().current().isPresent();
    boolean doubt = !known || seen.versions().differ();
    add(
        "version",
        doubt ? Mark.WARNING : Mark.OK,
        seen.versions().words() + (known ? "" : ": which version runs is not known"));
  }

  private void artifact(PlaybookAnswer look) {
    if (profile.artifact().isEmpty()) {
      add("artifact", Mark.NOT_CONFIGURED, "rollback.artifact is not given");
      return;
    }
    switch (look.word("artifact").orElse("")) {
      case "summed" -> add("artifact", Mark.OK, "there, its checksum is right");
      case "unsummed" ->
          add("artifact", Mark.WARNING, "there, but no .sha256 beside it to check it by");
      case "empty" -> add("artifact", Mark.FAILED, "the artifact is empty");
      case "differs" ->
          add("artifact", Mark.FAILED, "the artifact is not what its .sha256 says: damaged");
      default -> add("artifact", Mark.FAILED, "there is no artifact of this version");
    }
  }

  private void disk(PlaybookAnswer look) {
    String free = look.word("free").orElse("");
    if (!free.matches("\\d{1,15}")) {
      add("disk", Mark.WARNING, "how much room is left is not known");
      return;
    }
    long kilobytes = Long.parseLong(free);
    Mark mark = kilobytes < TOO_LITTLE ? Mark.FAILED : kilobytes < LITTLE ? Mark.WARNING : Mark.OK;
    add("disk", mark, kilobytes / 1024 + " MiB free on the control host");
  }

  /** Whether one is there is for the rule about partial states; here, whether it was looked for. */
  private void marks(GroundReader.Seen seen) {
    HostMarks marks = seen.marks();
    long left = marks.found().size() + seen.look().all("mark").size();
    boolean nowhere = new PlaybookCall(profile).marks().isEmpty();
    if (!marks.unchecked().isEmpty()) {
      add("markers", nowhere ? Mark.NOT_CONFIGURED : Mark.WARNING, marks.unchecked());
    } else if (left > 0) {
      add("markers", Mark.OK, left + " left by earlier runs: see the partial state");
    } else {
      add(
          "markers",
          Mark.OK,
          "none left on the control host and " + seen.listing().hosts().size() + " hosts");
    }
  }

  private void migration(Migration migration, boolean acknowledged) {
    switch (migration.state()) {
      case NONE -> add("migration", Mark.OK, migration.words());
      case NOT_DECLARED -> add("migration", Mark.NOT_CONFIGURED, migration.words());
      case IN_BETWEEN, UNKNOWN ->
          add(
              "migration",
              acknowledged ? Mark.WARNING : Mark.FAILED,
              migration.words()
                  + (acknowledged
                      ? ""
                      : "; going back does not undo it: acknowledge the migration"
                          + " (--acknowledge-migration) if the older version can work on it"));
    }
  }
}
