package io.signalbox.ui.rollback;

import io.signalbox.ansible.Listing;
import io.signalbox.rollback.PreFlight;
import io.signalbox.rollback.PreFlight.Mark;
import io.signalbox.rollback.RollbackBoard.Ground;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Parts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was looked at before anything is run, what speaks against it first. */
final class PreFlightSection extends VBox {
  private static final List<Mark> WORST_FIRST =
      List.of(Mark.FAILED, Mark.WARNING, Mark.OK, Mark.NOT_CONFIGURED);

  private @Nullable PreFlight shown;
  private final Label nothing = Parts.paragraph("", "secondary");

  PreFlightSection() {
    super(5);
    getChildren().add(nothing);
  }

  /** Shows the checks for this target; words where it was not looked at. */
  void show(Optional<Ground> ground, String target, String words) {
    Optional<PreFlight> mine =
        ground
            .filter(seen -> !target.isEmpty() && seen.target().equals(target))
            .map(Ground::preFlight);
    if (mine.isEmpty()) {
      shown = null;
      nothing.setText(words);
      getChildren().setAll(nothing);
    } else if (mine.get() != shown) {
      build(mine.get());
    }
  }

  private void build(PreFlight checks) {
    shown = checks;
    getChildren().clear();
    for (Mark mark : WORST_FIRST) {
      checks.checks().stream()
          .filter(check -> check.mark() == mark)
          .forEach(
              check ->
                  getChildren().add(Sections.verdict(Look.of(mark), check.id(), check.words())));
    }
    Listing listing = checks.listing();
    if (!listing.hosts().isEmpty()) {
      Label hosts = Parts.name(String.join(", ", listing.hosts()), "caption");
      getChildren().add(hosts);
    }
  }

  /** How old they are and how many speak against it. */
  static String note(Optional<Ground> ground, String target, Instant now) {
    return ground
        .filter(seen -> !target.isEmpty() && seen.target().equals(target))
        .map(Ground::preFlight)
        .map(checks -> said(checks) + ", " + Ages.since(checks.at(), now) + " old")
        .orElse("");
  }

  private static String said(PreFlight checks) {
    int failed = checks.failed().size();
    return failed == 0
        ? "nothing speaks against it"
        : failed + (failed == 1 ? " speaks against it" : " speak against it");
  }
}
