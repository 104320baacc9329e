package io.signalbox.ui.failover;

import io.signalbox.model.SourceKind;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sources do not tell, and what follows for a move of the role. Pure.
 *
 * @param blocks true where no plan can be made at all; else a plan is made and would be refused
 * @param title one sentence
 * @param why the source's own words, and what would help
 */
record Blindness(boolean blocks, String title, String why) {
  static List<Blindness> of(Snapshot snapshot) {
    List<Blindness> found = new ArrayList<>();
    List<SourceHealth> github = of(snapshot, SourceKind.GITHUB);
    if (github.isEmpty()) {
      found.add(
          new Blindness(
              true,
              "Nothing can be planned: GitHub is not configured",
              "Labels are read and changed there. Give the profile sources.github."));
    }
    github.forEach(
        source -> {
          if (!source.state().fresh()) {
            found.add(
                new Blindness(
                    true,
                    "Nothing can be planned: GitHub's answer is " + word(source),
                    "Who has the role is not known. " + how(source)));
          } else if (source.partial()) {
            found.add(
                new Blindness(
                    true,
                    "Nothing can be planned: GitHub answered only in part",
                    "A page is missing, and what is missing is not gone: a runner with the role"
                        + " may be on it. "
                        + how(source)));
          }
        });
    List<SourceHealth> prometheus = of(snapshot, SourceKind.PROMETHEUS);
    if (!prometheus.isEmpty() && prometheus.stream().noneMatch(one -> one.state().fresh())) {
      found.add(
          new Blindness(
              false,
              "Prometheus is blind: nobody can be proved fit to take over",
              "A plan would be refused unless its rule is overridden by name. "
                  + how(prometheus.getFirst())));
    }
    return List.copyOf(found);
  }

  private static List<SourceHealth> of(Snapshot snapshot, SourceKind kind) {
    return snapshot.sources().stream().filter(one -> one.id().kind() == kind).toList();
  }

  private static String word(SourceHealth source) {
    return source.state() instanceof SourceState.Never<?> ? "not there yet" : source.state().word();
  }

  private static String how(SourceHealth source) {
    String error = source.error();
    if (error != null) {
      return error;
    }
    return "Ask every source again (F5), or open the source above to see why.";
  }
}
