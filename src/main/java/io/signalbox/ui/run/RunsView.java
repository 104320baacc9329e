package io.signalbox.ui.run;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.action.Intent;
import io.signalbox.ui.fx.JournalBridge;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.kit.VerdictLook;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was run in this session, newest first; opens the run's card again. FX thread only. */
public final class RunsView extends VBox implements AutoCloseable {
  private static final double UNWATCHED_HEIGHT = 260;

  private final Live live;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ListView<ActionRun> list = new ListView<>();
  private final Consumer<ActionRun> open;

  private final UnwatchedRuns unwatched;

  /**
   * What can be pressed here.
   *
   * @param open shows a run of this session
   * @param propose asks the desk for a plan and shows what comes of it
   */
  public record Presses(Consumer<ActionRun> open, Consumer<Intent> propose) {}

  /** Follows the desk's runs and the journal. */
  public RunsView(Live live, RunFeed feed, JournalBridge journal, Desk desk, Presses presses) {
    this.live = live;
    this.open = presses.open();
    this.unwatched = new UnwatchedRuns(desk, feed, journal, presses.propose());
    getStyleClass().add("runs");
    HBox bar = Parts.row(8, Parts.label("Runs of this session", "section"));
    bar.getStyleClass().add("view-toolbar");
    Label empty =
        Parts.paragraph(
            "Nothing was run yet. Checks and restarts started from a runner's details appear here.",
            "empty-text");
    empty.setMaxWidth(460);
    list.setPlaceholder(empty);
    list.getStyleClass().add("alert-list");
    list.setCellFactory(_ -> new RunCell());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
          }
        });
    list.setOnMouseClicked(_ -> openSelected());
    VBox.setVgrow(list, Priority.ALWAYS);
    ScrollPane others = new ScrollPane(unwatched);
    others.setFitToWidth(true);
    others.setFocusTraversable(false);
    others.getStyleClass().add("card-scroll");
    others.setMaxHeight(UNWATCHED_HEIGHT);
    getChildren().addAll(bar, others, list);
    subscriptions.on(feed.runs(), this::show);
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  private void show(List<ActionRun> runs) {
    if (!list.getItems().equals(runs)) {
      list.getItems().setAll(runs);
    }
  }

  private void openSelected() {
    ActionRun run = list.getSelectionModel().getSelectedItem();
    if (run != null) {
      open.accept(run);
    }
  }

  ListView<ActionRun> list() {
    return list;
  }

  @Override
  public void close() {
    subscriptions.close();
    unwatched.close();
  }

  private final class RunCell extends ListCell<ActionRun> {
    private final Sign sign = new Sign(Glyph.CLOCK, 14, Tone.QUIET);
    private final Label what = Parts.name("", "alert-name");
    private final Label verdict = Parts.label("", "secondary");
    private final Label who = Parts.label("", "secondary");
    private final HBox row;

    RunCell() {
      getStyleClass().add("alert-cell");
      VBox words = Parts.column(2, what, who);
      HBox.setHgrow(words, Priority.ALWAYS);
      row = new HBox(12, sign, words, verdict);
      row.getStyleClass().add("alert-row");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ActionRun run, boolean empty) {
      super.updateItem(run, empty);
      if (empty || run == null) {
        setGraphic(null);
        return;
      }
      sign.show(VerdictLook.glyph(run.verdict()), VerdictLook.tone(run.verdict()));
      Tone.apply(verdict, VerdictLook.tone(run.verdict()));
      what.setText(run.plan().draft().button());
      verdict.setText(run.verdict().words());
      who.setText(
          "by "
              + run.actor()
              + ", "
              + Ages.full(run.startedAt())
              + ", "
              + Ages.since(run.startedAt(), live.now())
              + " ago"
              + (run.reason().isEmpty() ? "" : ", because: " + run.reason()));
      setGraphic(row);
    }
  }
}
