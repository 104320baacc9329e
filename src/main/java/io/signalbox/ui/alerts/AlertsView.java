package io.signalbox.ui.alerts;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The alerts, worst first; a source that fails is said to fail. FX thread only. */
public final class AlertsView extends VBox implements AutoCloseable {
  private final Live live;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ListView<AlertInstance> list = new ListView<>();
  private final List<AlertCell> cells = new ArrayList<>();
  private final HBox counts = Parts.row(6);
  private final VBox troubles = Parts.column(6);
  private final TextField filter = new TextField();
  private final Label empty = Parts.paragraph("", "empty-text");
  private @Nullable AlertState only;

  /**
   * Follows the live snapshot.
   *
   * @param selectRunner is told the runner that an alert names
   * @param runbook opens the runbook that an alert leads to
   */
  public AlertsView(Live live, Consumer<String> selectRunner, Consumer<AlertInstance> runbook) {
    this.live = live;
    getStyleClass().add("alerts");
    filter.setPromptText("Filter  /");
    filter.setAccessibleText("Filter alerts by name, severity, label or source");
    filter.getStyleClass().add("filter");
    Label keys = Parts.label("Enter: its runbook   D: its runner", "caption");
    keys.setMinWidth(0);
    HBox bar = Parts.row(12, counts, Parts.spring(), keys, filter);
    bar.getStyleClass().add("view-toolbar");
    troubles.getStyleClass().add("source-troubles");
    list.getStyleClass().add("alert-list");
    list.setCellFactory(
        _ -> {
          AlertCell cell = new AlertCell(live);
          cells.add(cell);
          return cell;
        });
    empty.setMaxWidth(460);
    list.setPlaceholder(empty);
    list.setOnKeyPressed(
        event -> {
          boolean plain = !event.isShortcutDown() && !event.isAltDown();
          AlertInstance alert = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.D && plain) {
            openRunner(selectRunner);
            event.consume();
          } else if (alert != null
              && (event.getCode() == KeyCode.ENTER || (event.getCode() == KeyCode.B && plain))) {
            runbook.accept(alert);
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openRunner(selectRunner);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(bar, troubles, list);
    subscriptions.on(live.snapshot(), _ -> refresh());
    subscriptions.on(live.clock().nowProperty(), _ -> onTick());
    subscriptions.onAny(this::refresh, filter.textProperty());
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void openRunner(Consumer<String> selectRunner) {
    AlertInstance alert = list.getSelectionModel().getSelectedItem();
    if (alert != null) {
      live.latest().runners().stream()
          .filter(
              runner ->
                  alert.labels().containsValue(runner.name())
                      || (!runner.host().isEmpty() && alert.labels().containsValue(runner.host())))
          .findFirst()
          .ifPresent(runner -> selectRunner.accept(runner.name()));
    }
  }

  private void refresh() {
    List<AlertInstance> shown =
        new AlertFilter(filter.getText(), only).apply(live.latest().alerts());
    if (!shown.equals(list.getItems())) {
      list.getItems().setAll(shown);
    }
    showCounts();
    onTick();
  }

  private void onTick() {
    cells.removeIf(cell -> cell.getListView() == null);
    cells.forEach(AlertCell::tick);
    AlertSources sources = AlertSources.of(live.latest());
    List<String> sentences = sources.troubles(live.now());
    if (sentences.size() != troubles.getChildren().size()) {
      troubles.getChildren().setAll(sentences.stream().map(AlertsView::trouble).toList());
    }
    for (int i = 0; i < sentences.size(); i++) {
      if (troubles.getChildren().get(i) instanceof HBox row
          && row.getChildren().get(1) instanceof Label label) {
        label.setText(sentences.get(i));
      }
    }
    Parts.visible(troubles, !sentences.isEmpty());
    empty.setText(
        live.latest().alerts().isEmpty()
            ? sources.whenEmpty(live.now())
            : "No alert matches. Esc clears the filter.");
  }

  private static HBox trouble(String text) {
    Label label = Parts.paragraph(text, "body");
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox row = new HBox(10, new Sign(Glyph.CROSS, 13, Tone.DANGER), label);
    row.getStyleClass().add("source-trouble");
    return row;
  }

  private void showCounts() {
    int all = live.latest().alerts().size();
    counts.getChildren().setAll(Parts.label(title(all), "section"));
    for (AlertState state : AlertState.values()) {
      long count = live.latest().alerts().stream().filter(alert -> alert.state() == state).count();
      if (count > 0) {
        Button chip = Parts.button(count + " " + state.word(), () -> toggle(state), "chip-button");
        if (state == only) {
          chip.getStyleClass().add("chosen");
        }
        counts.getChildren().add(chip);
      }
    }
  }

  private String title(int count) {
    AlertSources sources = AlertSources.of(live.latest());
    boolean known = sources.notFresh().isEmpty() && !sources.fresh().isEmpty();
    if (count == 0) {
      return known ? "No alert" : "Alerts not known";
    }
    return (count == 1 ? "1 alert" : count + " alerts") + (known ? "" : " known");
  }

  private void toggle(AlertState state) {
    only = only == state ? null : state;
    refresh();
  }

  ListView<AlertInstance> list() {
    return list;
  }

  List<String> troubleTexts() {
    return AlertSources.of(live.latest()).troubles(live.now());
  }

  String emptyText() {
    return empty.getText();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
