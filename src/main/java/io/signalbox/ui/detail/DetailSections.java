package io.signalbox.ui.detail;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.JobRef;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerTruth;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.HistoryStrip;
import io.signalbox.ui.kit.InputWords;
import io.signalbox.ui.kit.Links;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.StateLook;
import io.signalbox.ui.kit.Tone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The pieces of the detail pane; what ticks is handed to {@code ticks} so that only it is redone.
 */
final class DetailSections {
  private final RunnerTruth runner;
  private final Live live;
  private final List<Consumer<Instant>> ticks;

  DetailSections(RunnerTruth runner, Live live, List<Consumer<Instant>> ticks) {
    this.runner = runner;
    this.live = live;
    this.ticks = ticks;
  }

  Node state() {
    Label word = Parts.label("", "detail-state");
    Label since = Parts.label("", "secondary");
    tick(
        now -> {
          Instant from = runner.since();
          word.setText(
              runner.state().word() + (from == null ? "" : " for " + Ages.since(from, now)));
          since.setText(
              from == null ? "since before this console started" : "since " + Ages.full(from));
        });
    HBox row =
        Parts.row(
            8, new Sign(StateLook.glyph(runner.state()), 14, StateLook.tone(runner.state())), word);
    Tone.apply(row, StateLook.tone(runner.state()));
    row.getStyleClass().add("detail-state-row");
    String where = runner.host().isEmpty() ? "host not known" : "on " + runner.host();
    String unit = runner.unit().isEmpty() ? "" : ", " + runner.unit();
    return Parts.column(2, row, since, Parts.name(where + unit, "secondary"));
  }

  Node why() {
    VBox box = Parts.column(6);
    runner.reasons().forEach(reason -> box.getChildren().add(reason(reason)));
    runner.badges().forEach(badge -> box.getChildren().add(reason(badge)));
    if (box.getChildren().isEmpty()) {
      box.getChildren().add(Parts.paragraph("Nothing speaks against it.", "secondary"));
    }
    return section("Why", box);
  }

  private static Node reason(Reason reason) {
    Label text = Parts.paragraph(reason.text(), "body");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        new HBox(
            8,
            new Sign(StateLook.glyph(reason.severity()), 12, StateLook.tone(reason.severity())),
            text);
    row.getStyleClass().add("reason");
    return row;
  }

  Node job(Consumer<URI> browser) {
    JobRef job = runner.job();
    if (job == null) {
      return section(
          "Job",
          Parts.paragraph(
              runner.busy() ? "GitHub says busy; which job is not known." : "No job.",
              "secondary"));
    }
    Label what = Parts.name(job.workflow() + " · " + job.job(), "body");
    Label since = Parts.label("", "secondary");
    tick(
        now -> {
          Instant started = job.startedAt();
          since.setText(
              started == null
                  ? "start not known"
                  : "for "
                      + Ages.exact(Duration.between(started, now))
                      + ", since "
                      + Ages.clock(started));
        });
    VBox box = Parts.column(2, what, since);
    Links.of(job.url())
        .ifPresent(
            link ->
                box.getChildren()
                    .add(
                        Parts.button("Open on GitHub", () -> browser.accept(link), "link-button")));
    return section("Job", box);
  }

  Node history() {
    StripNode strip =
        new StripNode(HistoryStrip.pieces(runner.history(), live.now()), live.colours());
    HBox axis =
        Parts.row(
            0,
            Parts.label("60 min ago", "caption"),
            Parts.spring(),
            Parts.label("hatched: not known", "caption"),
            Parts.spring(),
            Parts.label("now", "caption"));
    return section("State, last 60 min", Parts.column(3, strip, axis));
  }

  Node inputs() {
    GridPane table = new GridPane(8, 6);
    table.getStyleClass().add("inputs");
    table.getColumnConstraints().addAll(column(78), column(104), column(48), column(40));
    table.getColumnConstraints().get(1).setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().get(3).setHalignment(HPos.RIGHT);
    int row = 0;
    for (Input input : runner.inputs().values()) {
      inputRow(table, input, row++);
    }
    return section(
        "Inputs",
        runner.inputs().isEmpty()
            ? Parts.paragraph("No source measures this runner.", "secondary")
            : table);
  }

  private void inputRow(GridPane table, Input input, int row) {
    Label name = Parts.label(InputWords.name(input.key()), "secondary");
    Label value = Parts.label("", "body");
    value.setMinWidth(0);
    Label age = Parts.label("", "caption");
    String mark = input.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    value.getStyleClass().add("input-" + mark);
    var tip = Parts.tip(value, "");
    tick(
        now -> {
          Duration old = input.age(now);
          String shown = InputWords.value(input, now);
          value.setText(
              input.state() == InputState.UNKNOWN
                  ? "unknown" + (shown.equals("–") ? "" : ", was " + shown)
                  : shown);
          age.setText(
              input.state() == InputState.NOT_MEASURED
                  ? ""
                  : (input.state() == InputState.STALE ? "stale " : "")
                      + (old == null ? "no age" : Ages.of(old)));
          tip.setText(
              shown
                  + ", "
                  + input.state().word()
                  + (input.source().isEmpty() ? "" : ", from " + input.source())
                  + (input.observedAt() == null ? "" : ", " + Ages.full(input.observedAt())));
        });
    Label source = Parts.name(input.source(), "caption");
    age.setMinWidth(Label.USE_PREF_SIZE);
    table.addRow(row, name, value, source, age);
  }

  private static ColumnConstraints column(double width) {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(width);
    return column;
  }

  Node labels() {
    FlowPane flow = new FlowPane(5, 5);
    for (LabelCheck check : LabelCheck.of(runner)) {
      String text =
          switch (check.kind()) {
            case MISSING -> check.label() + ": missing";
            case EXTRA -> check.label() + ": not expected";
            case AS_EXPECTED, NOT_CHECKED -> check.label();
          };
      Label label = Parts.label(text, "label-chip");
      if (check.kind() == LabelCheck.Kind.MISSING || check.kind() == LabelCheck.Kind.EXTRA) {
        label.setGraphic(new Sign(Glyph.TAG, 10, Tone.ATTENTION));
      }
      label
          .getStyleClass()
          .add("label-" + check.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      flow.getChildren().add(label);
    }
    if (flow.getChildren().isEmpty()) {
      return section("Labels", Parts.paragraph("GitHub lists no labels.", "secondary"));
    }
    return section("Labels", flow);
  }

  static Node section(String title, Node content) {
    VBox section = Parts.column(6, Parts.label(title, "section-title"), content);
    section.getStyleClass().add("detail-section");
    return section;
  }

  private void tick(Consumer<Instant> action) {
    action.accept(live.now());
    ticks.add(action);
  }
}
