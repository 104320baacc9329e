package io.signalbox.ui.runbook;

import io.signalbox.runbook.Heading;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepState;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The headings with the steps below them and where each stands. FX thread only. */
final class OutlineList extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Workbench bench;
  private final Consumer<Row> jump;
  private final ListView<Row> list = new ListView<>();
  private @Nullable OpenBook book;
  private int text;

  /** A line of it. */
  sealed interface Row {
    /** A heading. */
    record Head(Heading heading) implements Row {}

    /** A step below the heading before it. */
    record Of(Step step, int level) implements Row {}
  }

  OutlineList(Workbench bench, Consumer<Row> jump) {
    this.bench = bench;
    this.jump = jump;
    getStyleClass().add("outline");
    list.getStyleClass().add("outline-list");
    list.setAccessibleText("Outline");
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Parts.paragraph("No heading and no step.", "secondary"));
    list.setOnMouseClicked(_ -> go());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            go();
            event.consume();
          }
        });
    VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
    getChildren().add(list);
  }

  private void go() {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      jump.accept(row);
    }
  }

  /** Shows this book's outline. */
  void show(OpenBook now) {
    if (!now.equals(book) || now.text() != text) {
      list.getItems().setAll(rows(now.runbook()));
      text = now.text();
    }
    book = now;
    refresh();
  }

  /** Where the steps stand by now. */
  void refresh() {
    list.refresh();
  }

  static List<Row> rows(Runbook runbook) {
    List<Row> rows = new ArrayList<>();
    Set<Integer> placed =
        runbook.outline().stream()
            .flatMap(heading -> heading.steps().stream())
            .collect(Collectors.toSet());
    for (Step step : runbook.steps()) {
      if (StepCard.worked(step) && !placed.contains(step.number())) {
        rows.add(new Row.Of(step, 1));
      }
    }
    List<Heading> shown = headings(runbook);
    boolean titled = shown.size() < runbook.outline().size();
    for (Heading heading : runbook.outline()) {
      if (!titled || !heading.equals(runbook.outline().getFirst())) {
        rows.add(new Row.Head(heading));
      }
      for (int number : heading.steps()) {
        runbook
            .step(number)
            .filter(StepCard::worked)
            .ifPresent(step -> rows.add(new Row.Of(step, heading.level())));
      }
    }
    return rows;
  }

  /** Without the one that only says the title again. */
  static List<Heading> headings(Runbook runbook) {
    List<Heading> all = runbook.outline();
    boolean titled = !all.isEmpty() && all.getFirst().text().equals(runbook.title());
    return titled ? all.subList(1, all.size()) : all;
  }

  ListView<Row> list() {
    return list;
  }

  private final class Cell extends ListCell<Row> {
    private final Label words = Parts.name("", "outline-words");
    private final Sign sign = new Sign(Glyph.RING, 11, Tone.QUIET);
    private final Label state = Parts.label("", "caption");
    private final HBox row = Parts.row(8);

    Cell() {
      getStyleClass().add("outline-cell");
      setPrefWidth(0);
      state.setMinWidth(USE_PREF_SIZE);
      setGraphic(row);
    }

    @Override
    protected void updateItem(Row item, boolean empty) {
      super.updateItem(item, empty);
      OpenBook shown = book;
      pseudoClassStateChanged(CURRENT, false);
      if (empty || item == null || shown == null) {
        setGraphic(null);
        return;
      }
      setGraphic(row);
      switch (item) {
        case Row.Head(Heading heading) -> {
          words.setText(heading.text());
          words
              .getStyleClass()
              .setAll("label", "outline-words", "outline-" + Math.min(3, heading.level()));
          row.getChildren().setAll(words);
          row.setPadding(new Insets(0, 0, 0, indent(heading.level())));
        }
        case Row.Of(Step step, int level) -> step(shown, step, level);
      }
    }

    private void step(OpenBook shown, Step step, int level) {
      StepState now = bench.running(shown, step) ? StepState.RUNNING : shown.progress().state(step);
      sign.show(StepLook.glyph(now), StepLook.tone(now));
      words.setText("Step " + step.number() + "  " + step.language());
      words.getStyleClass().setAll("label", "outline-words", "outline-step");
      state.setText(now == StepState.PENDING ? "" : now.word());
      row.getChildren().setAll(sign, words, Parts.spring(), state);
      row.setPadding(new Insets(0, 0, 0, indent(level) + 4));
      pseudoClassStateChanged(CURRENT, shown.focused() == step.number());
      setAccessibleText(step.name() + ", " + now.word());
    }

    private static double indent(int level) {
      return 12 * Math.clamp(level - 2L, 0, 3);
    }
  }
}
