package io.signalbox.ui.failover;

import io.signalbox.action.Intent;
import io.signalbox.failover.Candidate;
import io.signalbox.failover.CandidateTable;
import io.signalbox.model.RoleMove;
import io.signalbox.profile.FailoverProfile.Guardrail;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a move's card shows beside its plan: who else there is, and what is watched meanwhile. */
public final class MoveSections {
  private static final int OTHERS = 6;

  private MoveSections() {}

  /** The sections for a move, on this picture. FX thread only. */
  public static List<Node> of(Intent.MoveRole move, Snapshot snapshot, Profile profile) {
    List<Node> sections = new ArrayList<>();
    List<Candidate> rows = CandidateTable.of(snapshot, profile, move.move(), move.from());
    sections.add(taker(move, rows));
    if (move.move() != RoleMove.FAILBACK && rows.size() > 1) {
      sections.add(others(move, rows));
    }
    sections.add(watched(profile.failover().guardrails()));
    return sections;
  }

  private static Node taker(Intent.MoveRole move, List<Candidate> rows) {
    VBox box = Parts.column(4);
    rows.stream()
        .filter(one -> one.runner().equals(move.to()))
        .flatMap(one -> one.checks().stream())
        .forEach(check -> box.getChildren().add(CandidateCard.row(check)));
    if (box.getChildren().isEmpty()) {
      box.getChildren()
          .add(Parts.paragraph(move.to() + " is not listed as a candidate.", "secondary"));
    }
    return section("Candidate " + move.to(), box);
  }

  private static Node others(Intent.MoveRole move, List<Candidate> rows) {
    VBox box = Parts.column(4);
    List<Candidate> rest = rows.stream().filter(one -> !one.runner().equals(move.to())).toList();
    for (Candidate one : rest.subList(0, Math.min(OTHERS, rest.size()))) {
      Label words =
          Parts.paragraph(
              one.runner() + (one.qualifies() ? " qualifies too" : ": " + one.whyNot()), "body");
      box.getChildren()
          .add(
              Cards.line(
                  one.qualifies() ? Glyph.CHECK : Glyph.CANCELLED,
                  one.qualifies() ? Tone.OK : Tone.QUIET,
                  words));
    }
    if (rest.size() > OTHERS) {
      box.getChildren()
          .add(Parts.label((rest.size() - OTHERS) + " more in the Failover view", "secondary"));
    }
    return section("Not chosen", box);
  }

  private static Node watched(List<Guardrail> rails) {
    VBox box = Parts.column(4);
    for (Guardrail rail : rails) {
      Double max = rail.max();
      Double min = rail.min();
      String bounds =
          (max == null ? "" : ", at most " + number(max))
              + (min == null ? "" : ", at least " + number(min));
      box.getChildren()
          .add(
              Parts.column(
                  0,
                  Parts.paragraph(rail.name() + bounds, "body"),
                  Parts.paragraph(rail.query(), "mono-text")));
    }
    if (rails.isEmpty()) {
      box.getChildren()
          .add(
              Parts.paragraph(
                  "Nothing: the profile names no guardrail (failover.guardrails).", "secondary"));
    }
    return section(
        rails.isEmpty()
            ? "Watched while it goes on"
            : "Watched while it goes on; a breach stands still and asks",
        box);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
  }

  private static Node section(String title, Node content) {
    VBox section = Parts.column(6, Cards.titled(Parts.label("", "section-title"), title), content);
    section.getStyleClass().add("card-section");
    return section;
  }
}
