package io.signalbox.ui.alerts;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.StateLook;
import io.signalbox.ui.kit.Tone;
import java.time.Instant;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One alert: severity, name, state, since when, who says so, and its labels. */
final class AlertCell extends ListCell<AlertInstance> {
  private final Live live;
  private final Sign sign = new Sign(Glyph.INFO, 14, Tone.QUIET);
  private final Label name = Parts.name("", "alert-name");
  private final Label severity = Parts.label("", "severity");
  private final Sign stateSign = new Sign(Glyph.CIRCLE, 9, Tone.QUIET);
  private final Label state = Parts.label("", "secondary");
  private final Label since = Parts.label("", "secondary");
  private final Label source = Parts.label("", "caption");
  private final Label summary = Parts.label("", "body");
  private final Label labels = Parts.label("", "alert-labels");
  private final HBox row;

  AlertCell(Live live) {
    this.live = live;
    getStyleClass().add("alert-cell");
    VBox words = Parts.column(2, Parts.row(8, name, severity), summary, labels);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox right = Parts.column(2, Parts.row(6, stateSign, state, since), source);
    right.setMinWidth(150);
    row = new HBox(12, sign, words, right);
    row.getStyleClass().add("alert-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(AlertInstance alert, boolean empty) {
    super.updateItem(alert, empty);
    if (empty || alert == null) {
      setGraphic(null);
      return;
    }
    boolean loud = alert.state() == AlertState.FIRING;
    Tone tone = loud ? StateLook.tone(alert.severity()) : Tone.QUIET;
    sign.show(StateLook.glyph(alert.severity()), tone);
    name.setText(alert.name());
    severity.setText(alert.severityWord());
    Tone.apply(severity, tone);
    stateSign.show(stateGlyph(alert.state()), tone);
    state.setText(alert.state().word());
    summary.setText(alert.summary());
    Parts.visible(summary, !alert.summary().isEmpty());
    labels.setText(labelText(alert));
    source.setText("from " + alert.source());
    setGraphic(row);
    setAccessibleText(alert.severity().word() + " " + alert.name() + " " + alert.state().word());
    tick();
  }

  void tick() {
    AlertInstance alert = getItem();
    if (alert != null) {
      Instant at = alert.since();
      since.setText(at == null ? "since when is not known" : "for " + Ages.since(at, live.now()));
    }
  }

  private static Glyph stateGlyph(AlertState state) {
    return switch (state) {
      case FIRING -> Glyph.PLAY;
      case PENDING -> Glyph.CLOCK;
      case SUPPRESSED -> Glyph.PAUSE;
    };
  }

  private static String labelText(AlertInstance alert) {
    return alert.labels().entrySet().stream()
        .filter(label -> !label.getKey().equals("alertname") && !label.getKey().equals("severity"))
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining("   "));
  }
}
