package io.signalbox.ui.fleet;

import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.RunnerCommands;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.StateLook;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fleet: counts by state, a filter, and the tiles. FX thread only. */
public final class FleetView extends VBox implements AutoCloseable {
  private static final double CHIP = 108;
  private static final double BESIDE_CHIPS = 340;

  private final Live live;
  private final Subscriptions subscriptions = new Subscriptions();
  private final FleetModel model = new FleetModel();
  private final FleetGrid grid;
  private final TextField filter = new TextField();
  private final HBox counts = Parts.row(6);
  private final Label empty = Parts.paragraph("", "empty-text");
  private final ToggleButton worstFirst = new ToggleButton("worst first");
  private List<String> countedAs = List.of();

  /** Follows the live snapshot; the selection is shared with the rest of the window. */
  public FleetView(Live live, StringProperty selected, RunnerCommands commands) {
    this.live = live;
    getStyleClass().add("fleet");
    grid = new FleetGrid(live, model, selected, new TileMenu(live, commands), subscriptions);
    StackPane body = new StackPane(grid, empty);
    VBox.setVgrow(body, Priority.ALWAYS);
    StackPane.setAlignment(empty, Pos.CENTER);
    empty.setMaxWidth(460);
    getChildren().addAll(toolbar(), body);
    subscriptions.on(live.snapshot(), _ -> onSnapshot());
    subscriptions.on(live.clock().nowProperty(), _ -> grid.refresh());
    subscriptions.on(live.palette(), _ -> grid.refresh());
    subscriptions.onAny(this::showCounts, widthProperty());
    subscriptions.onAny(this::onOrder, filter.textProperty(), worstFirst.selectedProperty());
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /** Puts the focus on the tiles. */
  public void focusTiles() {
    grid.requestFocus();
  }

  /** Scrolls to a runner, if it is shown and not in sight. */
  public void reveal(String runner) {
    grid.revealSoon(runner);
  }

  private HBox toolbar() {
    filter.setPromptText("Filter  /");
    filter.setAccessibleText("Filter runners by name, host, role, state, label or job");
    filter.getStyleClass().add("filter");
    filter.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            grid.requestFocus();
            event.consume();
          }
        });
    filter.setMinWidth(80);
    worstFirst.setMinWidth(USE_PREF_SIZE);
    worstFirst.setSelected(true);
    worstFirst.getStyleClass().addAll("chip-button", "quiet");
    Parts.tip(worstFirst, "Sorted by worst state first; off: by name");
    counts.setMinWidth(0);
    HBox bar = Parts.row(8, counts, Parts.spring(), worstFirst, filter);
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private void onSnapshot() {
    model.runners(live.latest().runners());
    showCounts();
    grid.rebuild();
    showEmpty();
  }

  private void onOrder() {
    model.order(new FleetOrder(filter.getText(), worstFirst.isSelected()));
    grid.rebuild();
    showEmpty();
  }

  private void showCounts() {
    List<RunnerTruth> all = model.all();
    List<String> wanted =
        Stream.of(RunnerState.values())
            .map(state -> state + ":" + count(state) + narrow())
            .toList();
    if (wanted.equals(countedAs)) {
      return;
    }
    countedAs = wanted;
    Label title = Parts.label(title(all.size()), "section");
    title.setMinWidth(USE_PREF_SIZE);
    counts.getChildren().setAll(title);
    for (RunnerState state : RunnerState.values()) {
      if (count(state) > 0) {
        Button chip =
            Parts.button(
                count(state) + (narrow() ? "" : " " + state.word()),
                () -> toggle(state),
                "chip-button");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setAccessibleText(count(state) + " " + state.word());
        chip.setGraphic(new Sign(StateLook.glyph(state), 10, StateLook.tone(state)));
        Parts.tip(chip, "Show only what is " + state.word() + "; again for all");
        counts.getChildren().add(chip);
      }
    }
  }

  /** Where there is little room the signs have to do; their words are in the tooltips. */
  private boolean narrow() {
    long chips = Stream.of(RunnerState.values()).filter(state -> count(state) > 0).count();
    return getWidth() > 0 && getWidth() < BESIDE_CHIPS + chips * CHIP;
  }

  private static String title(int count) {
    return count == 0 ? "No runner known" : count == 1 ? "1 runner" : count + " runners";
  }

  private long count(RunnerState state) {
    return model.all().stream().filter(runner -> runner.state() == state).count();
  }

  private void toggle(RunnerState state) {
    filter.setText(filter.getText().equals(state.word()) ? "" : state.word());
  }

  private void showEmpty() {
    boolean none = model.shown().isEmpty();
    Parts.visible(empty, none);
    if (model.all().isEmpty()) {
      empty.setText(whyNone(live.latest()));
    } else {
      empty.setText("No runner matches “" + filter.getText() + "”. Esc clears the filter.");
    }
  }

  private static String whyNone(Snapshot snapshot) {
    List<SourceHealth> sources = snapshot.sources();
    if (sources.isEmpty() && snapshot.seq() > 0) {
      return "No source is configured. Runners appear once the profile names a Prometheus or GitHub"
          + " that can be asked.";
    }
    if (sources.stream().anyMatch(source -> source.state().readAt() != null)) {
      return "No source names a runner. Check that the token may list the repository's"
          + " self-hosted runners, or list them in the profile under runners.";
    }
    boolean allFailed =
        !sources.isEmpty()
            && sources.stream().allMatch(source -> source.state() instanceof SourceState.Failed);
    return (allFailed
            ? "No source can be read. Press one above to see why and when it is asked again."
            : "No source has answered yet.")
        + " Runners appear as soon as GitHub or Prometheus names one.";
  }

  /** The names of the runners shown, in their order. */
  public List<String> shownNames() {
    return model.shown().stream().map(RunnerTruth::name).toList();
  }

  /** The tile of a runner that is on screen now, to point at; null where it is scrolled away. */
  public @Nullable Node tileOf(String runner) {
    return grid.tile(runner).orElse(null);
  }

  FleetGrid grid() {
    return grid;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
