package io.signalbox.rollback.work;

import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.DeploymentProfile;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.PlaybookAnswer.Part;
import io.signalbox.rollback.Observation;
import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.Versions;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.text.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds signs of a deployment that was left half done. */
final class Remains {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> LOST = Set.of("cancelled", "timed_out", "stale", "failure");

  /** The name of a state without a marker in which versions differ. */
  private static final String MIXED = "mixed";

  private Remains() {}

  static PartialState of(
      PlaybookAnswer look,
      HostMarks hosts,
      Versions versions,
      Snapshot snapshot,
      DeploymentProfile deployment,
      Instant at) {
    List<String> signs = new ArrayList<>();
    for (Part mark : look.all("mark")) {
      signs.add(SafeText.line(mark.words()) + left(run(mark.block())));
    }
    for (HostMarks.Mark mark : hosts.found()) {
      signs.add(SafeText.line(mark.host() + ": " + mark.path()) + left(run(mark.text())));
    }
    boolean mixed = versions.seen().size() > 1;
    if (mixed) {
      signs.add(
          "versions differ: "
              + versions.observed().stream()
                  .filter(one -> one.version() != null)
                  .map(Observation::line)
                  .collect(Collectors.joining(", ")));
    }
    if (!signs.isEmpty()) {
      lost(snapshot, deployment).ifPresent(signs::add);
    }
    boolean beyond = hosts.whole() && (mixed || !hosts.found().isEmpty());
    return new PartialState(signs, key(look, hosts, mixed), hosts.unchecked(), beyond, at);
  }

  /** Marks of the control host that were not there before, or said something else. */
  static List<String> since(PlaybookAnswer before, PlaybookAnswer now) {
    List<Part> known = before.all("mark");
    return now.all("mark").stream()
        .filter(mark -> !known.contains(mark))
        .map(mark -> SafeText.line(mark.words()))
        .toList();
  }

  private static String left(String run) {
    return " was left" + (run.isEmpty() ? "" : " by run " + run);
  }

  private static String key(PlaybookAnswer look, HostMarks hosts, boolean mixed) {
    return Stream.concat(
            look.all("mark").stream().map(Part::block),
            hosts.found().stream().map(HostMarks.Mark::text))
        .map(Remains::run)
        .filter(run -> !run.isEmpty())
        .findFirst()
        .orElse(mixed ? MIXED : "");
  }

  /** The run that wrote a marker, where it is JSON with {@code run}; empty otherwise. */
  private static String run(String mark) {
    try {
      return SafeText.line(Objects.requireNonNull(JSON.readTree(mark)).path("run").asString(""));
    } catch (JacksonException e) {
      return "";
    }
  }

  private static Optional<String> lost(Snapshot snapshot, DeploymentProfile deployment) {
    return snapshot.runs().stream()
        .filter(run -> !deployment.workflow().isEmpty())
        .filter(run -> run.path().endsWith("/" + deployment.workflow()))
        .max(Comparator.comparingLong(WorkflowRun::id))
        .filter(run -> run.completed() && LOST.contains(String.valueOf(run.conclusion())))
        .map(
            run ->
                "the newest deployment "
                    + run.workflow()
                    + " #"
                    + run.number()
                    + " ended as "
                    + run.conclusion());
  }
}
