package io.signalbox.ui.failover;

import io.signalbox.failover.Check;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Who could take over: every runner with its verdict. One is chosen by a click or the arrows; it is
 * chosen beforehand only where exactly one qualifies.
 */
final class CandidateCard extends VBox {
  private static final int ROWS = 4;
  private static final PseudoClass SCROLLING = PseudoClass.getPseudoClass("scrolling");

  private final StringProperty chosen;
  private final Consumer<String> leaves;
  private final Label title = Parts.label("", "section");
  private final FlowPane leavers = new FlowPane(8, 8);
  private final HBox heading = CandidateCell.heading();
  private final ListView<CandidateLine> list = new ListView<>();
  private final Label none = Parts.paragraph("", "body");
  private final VBox checks = Parts.column(4);
  private boolean filling;
  private boolean byHand;
  private String from = "";

  /**
   * A card.
   *
   * @param chosen who is chosen, empty for nobody; written here
   * @param leaves called with the runner whose role shall move
   */
  CandidateCard(StringProperty chosen, Consumer<String> leaves) {
    super(8);
    this.chosen = chosen;
    this.leaves = leaves;
    getStyleClass().add("failover-card");
    list.getStyleClass().add("candidate-list");
    list.setFixedCellSize(CandidateCell.HEIGHT);
    list.setCellFactory(_ -> new CandidateCell());
    list.setAccessibleText("Who takes over");
    checks.getStyleClass().add("failover-card");
    getChildren().addAll(title, leavers, heading, list, none);
  }

  /** What the list listens with; handed to whoever keeps the subscriptions. */
  ListView<CandidateLine> list() {
    return list;
  }

  /** What was checked of the one that is chosen: a card of its own. */
  VBox checks() {
    return checks;
  }

  void show(FailoverPicture picture) {
    Cards.titled(
        title,
        picture.from().isEmpty()
            ? "Who could take over"
            : "Who could take over from " + picture.from());
    showLeavers(picture);
    boolean some = !picture.alone();
    Parts.visible(heading, some);
    Parts.visible(list, some);
    Parts.visible(none, !some);
    none.setText(
        picture.from().isEmpty()
            ? picture.leavers().isEmpty()
                ? "Whose role could move is not known."
                : "Choose whose role moves; then every other runner is examined."
            : "There is no other runner: neither the profile nor GitHub lists one.");
    fill(picture);
    showChecks(picture);
  }

  private void showLeavers(FailoverPicture picture) {
    List<String> possible = picture.leavers();
    Parts.visible(leavers, possible.size() > 1);
    leavers
        .getChildren()
        .setAll(
            possible.stream()
                .map(
                    name -> {
                      Button chip = Parts.button(name, () -> leaves.accept(name), "chip-button");
                      if (name.equals(picture.from())) {
                        chip.getStyleClass().add("chosen");
                      }
                      return chip;
                    })
                .toList());
  }

  private void fill(FailoverPicture picture) {
    filling = true;
    byHand = byHand && from.equals(picture.from());
    from = picture.from();
    if (!list.getItems().equals(picture.candidates())) {
      list.getItems().setAll(picture.candidates());
    }
    heading.pseudoClassStateChanged(SCROLLING, picture.candidates().size() > ROWS);
    double rows = Math.min(ROWS, Math.max(1, picture.candidates().size()));
    list.setPrefHeight(rows * CandidateCell.HEIGHT + 2);
    list.setMinHeight(rows * CandidateCell.HEIGHT + 2);
    String still = byHand && picture.line(chosen.get()).isPresent() ? chosen.get() : "";
    byHand = !still.isEmpty();
    String next = byHand ? still : picture.only().orElse("");
    select(next);
    filling = false;
    chosen.set(next);
  }

  private void select(String runner) {
    list.getSelectionModel().clearSelection();
    for (CandidateLine line : list.getItems()) {
      if (line.runner().equals(runner)) {
        list.getSelectionModel().select(line);
      }
    }
  }

  /** Called when the list's selection has changed. */
  void onSelected(FailoverPicture picture) {
    CandidateLine line = list.getSelectionModel().getSelectedItem();
    if (!filling && line != null) {
      byHand = true;
      chosen.set(line.runner());
      showChecks(picture);
    }
  }

  private void showChecks(FailoverPicture picture) {
    CandidateLine line = picture.line(chosen.get()).orElse(null);
    Parts.visible(checks, line != null);
    checks.getChildren().clear();
    if (line != null) {
      Label head = Cards.titled(Parts.label("", "section"), "What was checked of " + line.runner());
      checks.getChildren().add(head);
      line.candidate().checks().forEach(each -> checks.getChildren().add(row(each)));
    }
  }

  /** One check, as the card of the plan shows it too. */
  static Node row(Check check) {
    Glyph glyph =
        switch (check.verdict()) {
          case PASS -> Glyph.CHECK;
          case FAIL -> Glyph.CANCELLED;
          case NOT_CHECKED -> Glyph.SKIP;
        };
    Tone tone = check.fails() ? Tone.ATTENTION : Tone.QUIET;
    Label verdict = Parts.label(check.verdict().word(), "secondary");
    verdict.setMinWidth(76);
    Tone.apply(verdict, tone);
    Label what = Parts.label(check.id().replace('-', ' '), "secondary");
    what.setMinWidth(96);
    Label observed = Parts.paragraph(check.observed(), "body");
    observed.setMinWidth(0);
    HBox.setHgrow(observed, Priority.ALWAYS);
    HBox row = new HBox(8, new Sign(glyph, 12, tone), verdict, what, observed);
    row.getStyleClass().add("failover-line");
    return row;
  }
}
