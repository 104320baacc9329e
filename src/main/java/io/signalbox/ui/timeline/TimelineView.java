package io.signalbox.ui.timeline;

import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Deployments and jobs on a time axis, with its presets. FX thread only. */
public final class TimelineView extends VBox implements AutoCloseable {
  /** How much of it is shown. */
  public enum Size {
    /** At the foot of another view: only lanes in which something happened. */
    STRIP,
    /** Every lane. */
    FULL
  }

  private static final List<Integer> PRESET_HOURS = List.of(1, 6, 24);

  private final Live live;
  private final Subscriptions subscriptions = new Subscriptions();
  private final TimelineCanvas canvas;
  private final List<ToggleButton> presets = new ArrayList<>();
  private final Button hidden;
  private final Label note = Parts.label("", "caption");

  /**
   * Follows the live snapshot; {@code open} is called with what was clicked or entered, {@code
   * openWhole} when a strip asks for all lanes.
   */
  public TimelineView(Live live, Size size, Consumer<TimelinePick> open, Runnable openWhole) {
    this.live = live;
    getStyleClass().addAll("timeline", size == Size.STRIP ? "timeline-strip" : "timeline-full");
    hidden = Parts.button("", () -> onHidden(size, openWhole), "link-button");
    Parts.visible(hidden, false);
    canvas = new TimelineCanvas(live, size == Size.STRIP, open, subscriptions);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    getChildren().addAll(toolbar(size == Size.FULL), canvas);
    subscriptions.on(live.clock().nowProperty(), _ -> refresh());
    subscriptions.on(live.snapshot(), _ -> refresh());
    subscriptions.onAny(this::refresh, canvas.heightProperty());
  }

  /** Puts the focus on the bars. */
  public void focusBars() {
    canvas.requestFocus();
  }

  private HBox toolbar(boolean whole) {
    HBox bar = Parts.row(6, Parts.label("Line", "section"), note, hidden, Parts.spring());
    for (int hours : PRESET_HOURS) {
      ToggleButton preset = new ToggleButton(hours + "\u00a0h");
      preset.getStyleClass().addAll("chip-button", "quiet");
      Parts.tip(preset, "The last " + hours + (hours == 1 ? " hour" : " hours") + ", up to now");
      preset.setOnAction(_ -> preset(hours));
      presets.add(preset);
      bar.getChildren().add(preset);
    }
    bar.getChildren()
        .addAll(
            Parts.iconButton("mdi2m-minus", "Show more time  (−)", () -> zoom(1.25)),
            Parts.iconButton("mdi2p-plus", "Show less time  (+)", () -> zoom(0.8)));
    if (whole) {
      bar.getChildren().addAll(2, Legend.items());
    }
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private void onHidden(Size size, Runnable openWhole) {
    if (size == Size.STRIP) {
      openWhole.run();
    } else {
      canvas.scrollBy(canvas.getHeight() / 2);
      refresh();
    }
  }

  private void preset(int hours) {
    canvas.preset(Duration.ofHours(hours));
    refresh();
  }

  private void zoom(double factor) {
    canvas.zoom(factor);
    refresh();
  }

  private void refresh() {
    for (int i = 0; i < presets.size(); i++) {
      boolean on =
          canvas.following() && canvas.span().equals(Duration.ofHours(PRESET_HOURS.get(i)));
      presets.get(i).setSelected(on);
    }
    note.setText(LineKnowledge.note(live.latest(), live.now()));
    int below = canvas.lanesBelow();
    hidden.setText(below == 1 ? "1 more lane" : below + " more lanes");
    Parts.visible(hidden, below > 0);
  }

  TimelineCanvas canvas() {
    return canvas;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
