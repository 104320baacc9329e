package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.PendingActions;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.profile.Profile;
import io.signalbox.remote.durable.RunState;
import io.signalbox.remote.durable.RunStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code signalbox runs}: what runs, and has run, on the environment's hosts. */
@Command(
    name = "runs",
    description = "Lists the runs that the hosts keep, newest first.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:listed", "2:the profile has mistakes", "5:no host could be read"})
final class RunsVerb extends ProfileVerb {
  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  RunsVerb(Surroundings surroundings) {
    super(surroundings);
  }

  /** One line of the list. */
  record Row(
      String id,
      String host,
      String state,
      RecordedVerdicts.Judged judged,
      String startedAt,
      @Nullable Integer exitCode,
      String owner,
      String action,
      String words) {}

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    try (Station station = new Station(profile, surroundings)) {
      RunFinder.Seen seen = new RunFinder(profile, station.runs()).all();
      seen.silent().forEach((host, why) -> line.getErr().println(host + ": " + why));
      RecordedVerdicts record = RecordedVerdicts.in(surroundings.folders().state());
      List<Row> rows = new ArrayList<>(seen.runs().stream().map(run -> row(run, record)).toList());
      for (Pending pending : PendingActions.in(surroundings.folders().state())) {
        if (!pending.hosts().isEmpty() && seen.run(pending.id()).isEmpty() && runs(pending)) {
          boolean never = NeverArrived.is(pending, profile, surroundings.folders().state());
          rows.add(missing(pending, seen, never));
        }
      }
      rows.sort(Comparator.comparing(Row::startedAt).reversed());
      line.getOut().print(json ? json(rows) + "\n" : text(rows));
      line.getOut().flush();
      line.getErr().flush();
      boolean none = seen.runs().isEmpty() && !seen.silent().isEmpty();
      boolean all =
          seen.silent().size() == profile.hosts().stream().filter(h -> h.ssh() != null).count();
      return none && all ? ExitCode.NO_SOURCE_READABLE : ExitCode.OK;
    } catch (ActionException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.NO_SOURCE_READABLE;
    }
  }

  /** What ends or clears away a run is none itself. */
  private static boolean runs(Pending pending) {
    return !pending.verb().equals(PlanDraft.ABORT) && !pending.verb().equals(PlanDraft.BREAK_LOCK);
  }

  private static Row row(RunStatus run, RecordedVerdicts record) {
    var meta = run.meta();
    return new Row(
        run.id(),
        run.host(),
        run.state().word(),
        record.of(run),
        meta == null ? "" : meta.startedAt(),
        run.exitCode(),
        meta == null ? "" : meta.owner(),
        meta == null ? "" : meta.action(),
        meta == null ? "" : String.join(" ", meta.argv()));
  }

  /** On record here, but not on its host: it never arrived, or what became of it is not known. */
  private static Row missing(Pending pending, RunFinder.Seen seen, boolean never) {
    boolean silent = !never || pending.hosts().stream().anyMatch(seen.silent()::containsKey);
    return new Row(
        pending.id(),
        String.join(" ", pending.hosts()),
        silent ? "unknown" : RunState.NEVER_STARTED.word(),
        new RecordedVerdicts.Judged(
            silent || pending.unknown() ? Verdict.UNKNOWN : Verdict.NOT_RUN, false, ""),
        pending.since().toString(),
        null,
        "",
        pending.verb(),
        "");
  }

  private static String json(List<Row> rows) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Row row : rows) {
      ObjectNode node = list.addObject();
      node.put("id", row.id());
      node.put("host", row.host());
      node.put("state", row.state());
      node.put("verdict", row.judged().verdict().name());
      node.put("verdictBy", row.judged().recorded() ? "evidence" : "host");
      node.put("note", row.judged().words().isEmpty() ? null : row.judged().words());
      node.put("startedAt", row.startedAt().isEmpty() ? null : row.startedAt());
      node.put("exitCode", row.exitCode());
      node.put("owner", row.owner());
      node.put("action", row.action());
      node.put("command", row.words());
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(list);
  }

  private static String text(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      out.append(
          io.signalbox.text.SafeText.line(
              "%s  %-12s %-13s %-24s %s  %-15s %s"
                  .formatted(
                      row.id(),
                      row.host(),
                      row.state(),
                      row.judged().verdict().words(),
                      row.startedAt(),
                      row.action(),
                      row.words()
                          + (row.judged().words().isEmpty()
                              ? ""
                              : "  (" + row.judged().words() + ")"))));
      out.append('\n');
    }
    return out.isEmpty() ? "no runs\n" : out.toString();
  }
}
