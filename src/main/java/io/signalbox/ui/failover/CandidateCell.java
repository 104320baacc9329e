package io.signalbox.ui.failover;

import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.StateLook;
import io.signalbox.ui.kit.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A candidate: chosen or not, its verdict and why, its numbers. */
final class CandidateCell extends ListCell<CandidateLine> {
  /** Every cell is this high. */
  static final double HEIGHT = 50;

  private static final double NUMBER = 52;
  private static final double NAME = 216;

  private final Label name = Parts.name("", "body-strong");
  private final Sign state = new Sign(Glyph.CIRCLE, 9, Tone.QUIET);
  private final Label where = Parts.name("", "caption");
  private final Sign sign = new Sign(Glyph.CHECK, 12, Tone.QUIET);
  private final Label verdict = Parts.label("", "body");
  private final Label note = Parts.label("", "caption");
  private final Tooltip tip = Parts.tip(note, "");
  private final Label cpu = number();
  private final Label memory = number();
  private final Label disk = number();
  private final HBox row;

  CandidateCell() {
    getStyleClass().add("candidate-cell");
    StackPane ring = new StackPane(dot());
    ring.getStyleClass().add("choice-ring");
    ring.setMinSize(14, 14);
    ring.setMaxSize(14, 14);
    VBox who = Parts.column(2, name, Parts.row(6, state, where));
    who.setAlignment(Pos.CENTER_LEFT);
    who.setMinWidth(96);
    who.setPrefWidth(NAME);
    HBox.setHgrow(who, Priority.SOMETIMES);
    note.setMinWidth(0);
    VBox why = Parts.column(2, Parts.row(6, sign, verdict), note);
    why.setAlignment(Pos.CENTER_LEFT);
    why.setMinWidth(96);
    why.setPrefWidth(NAME);
    HBox.setHgrow(why, Priority.ALWAYS);
    row = Parts.row(12, ring, who, why, cpu, memory, disk);
    setPrefWidth(0);
  }

  private static Region dot() {
    Region dot = new Region();
    dot.getStyleClass().add("choice-dot");
    dot.setMaxSize(6, 6);
    return dot;
  }

  private static Label number() {
    Label label = Parts.label("", "body");
    label.setMinWidth(NUMBER);
    label.setPrefWidth(NUMBER);
    label.setAlignment(Pos.CENTER_RIGHT);
    return label;
  }

  /** The words above the columns. */
  static HBox heading() {
    Label who = Parts.label("Runner", "caption");
    who.setMinWidth(96);
    who.setPrefWidth(NAME);
    HBox.setHgrow(who, Priority.SOMETIMES);
    who.setMaxWidth(Double.MAX_VALUE);
    Label why = Parts.label("Verdict", "caption");
    why.setMinWidth(96);
    why.setPrefWidth(NAME);
    why.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(why, Priority.ALWAYS);
    Region ring = new Region();
    ring.setMinWidth(14);
    HBox heading = Parts.row(12, ring, who, why, head("CPU"), head("Memory"), head("Disk"));
    heading.getStyleClass().add("candidate-heading");
    return heading;
  }

  private static Label head(String text) {
    Label label = number();
    label.getStyleClass().setAll("label", "caption");
    label.setText(text);
    return label;
  }

  @Override
  protected void updateItem(CandidateLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    name.setText(line.runner());
    state.show(StateLook.glyph(line.state()), StateLook.tone(line.state()));
    String host = line.candidate().host();
    where.setText(line.state().word() + (host.isEmpty() ? ", host not known" : ", on " + host));
    boolean able = line.qualifies();
    sign.show(able ? Glyph.CHECK : Glyph.CANCELLED, able ? Tone.OK : Tone.QUIET);
    verdict.setText(
        able
            ? "qualifies"
            : line.candidate().eligible() ? "does not qualify" : "cannot stand for it");
    Tone.apply(verdict, able ? Tone.OK : Tone.QUIET);
    note.setText(line.note());
    tip.setText(line.note());
    cpu.setText(line.cpu());
    memory.setText(line.memory());
    disk.setText(line.disk());
    setGraphic(row);
    setAccessibleText(line.runner() + " " + verdict.getText() + ": " + line.note());
  }
}
