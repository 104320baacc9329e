package io.signalbox.ui.timeline;

import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.theme.Palette;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line itself: follows now until it is moved; drawn again only when something changed. */
final class TimelineCanvas extends Region {
  private static final double AHEAD = 0.04;

  private final Live live;
  private final boolean busyOnly;
  private final double row;
  private final Consumer<TimelinePick> open;
  private final Canvas canvas = new Canvas();
  private final TimelinePainter painter = new TimelinePainter();
  private final Tooltip tip = new Tooltip();
  private List<PlacedBar> placed = List.of();
  private Duration span = Duration.ofHours(6);
  private @Nullable Instant fixedFrom;
  private double scroll;
  private @Nullable TimelinePick picked;
  private @Nullable Drawn drawn;
  private double dragX;
  private double dragY;
  private boolean dragged;
  private TimelineLayout layout = new TimelineLayout(List.of());

  private record Drawn(TimelinePainter.Scene scene, Palette palette, double width) {}

  TimelineCanvas(Live live, boolean busyOnly, Consumer<TimelinePick> open, Subscriptions subs) {
    this.live = live;
    this.busyOnly = busyOnly;
    row = busyOnly ? 22 : 28;
    this.open = open;
    getStyleClass().add("timeline-canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText("Deployments and jobs over time");
    getChildren().add(canvas);
    Tooltip.install(canvas, tip);
    tip.setShowDelay(javafx.util.Duration.millis(150));
    tip.setShowDuration(javafx.util.Duration.minutes(2));
    setOnScroll(this::onScroll);
    setOnMousePressed(this::onPressed);
    setOnMouseDragged(this::onDragged);
    setOnMouseClicked(this::onClicked);
    setOnMouseMoved(event -> hover(at(event.getX(), event.getY())));
    new TimelineKeys(this).install();
    subs.on(live.snapshot(), _ -> redraw());
    subs.on(live.clock().nowProperty(), _ -> redraw());
    subs.on(live.palette(), _ -> redraw());
    subs.onAny(this::redraw, widthProperty(), heightProperty(), focusedProperty(), sceneProperty());
  }

  /** Shows this much time, up to now. */
  void preset(Duration wanted) {
    span = wanted;
    fixedFrom = null;
    redraw();
  }

  Duration span() {
    return span;
  }

  boolean following() {
    return fixedFrom == null;
  }

  void zoom(double factor) {
    zoom(factor, TimelinePainter.LABELS + scale().width() * (following() ? 1 - AHEAD : 0.5));
  }

  private void zoom(double factor, double x) {
    boolean follow = following();
    TimeScale zoomed = scale().zoom(factor, x);
    span = Duration.between(zoomed.from(), zoomed.to());
    fixedFrom = follow && x > TimelinePainter.LABELS + scale().width() * 0.9 ? null : zoomed.from();
    redraw();
  }

  void pan(double pixels) {
    fixedFrom = scale().pan(pixels).from();
    redraw();
  }

  void scrollBy(double pixels) {
    double most =
        Math.max(0, TimelinePainter.heightOf(layout, row) + TimelinePainter.AXIS - getHeight());
    scroll = Math.clamp(scroll + pixels, 0, most);
    redraw();
  }

  TimeScale scale() {
    double width = Math.max(50, getWidth() - TimelinePainter.LABELS - 12);
    Instant from = fixedFrom;
    if (from == null) {
      from = now(width).minusMillis(Math.round(span.toMillis() * (1 - AHEAD)));
    }
    return new TimeScale(from, from.plus(span), TimelinePainter.LABELS, width);
  }

  /** The time to a pixel: a line that would move by less is not drawn again. */
  private Instant now(double width) {
    long pixel = Math.max(1, Math.round(span.toMillis() / width));
    long millis = live.now().toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, pixel));
  }

  private void redraw() {
    if (getScene() == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    TimeScale scale = scale();
    TimelineLayout whole = TimelineLayout.of(live.latest(), scale.from(), scale.to());
    layout = busyOnly ? strip(whole) : whole;
    TimelinePainter.Scene scene =
        new TimelinePainter.Scene(
            layout,
            scale,
            now(scale.width()),
            getHeight(),
            scroll,
            picked,
            isFocused(),
            row,
            LineKnowledge.until(live.latest()));
    Drawn wanted = new Drawn(scene, live.colours(), getWidth());
    if (Objects.equals(wanted, drawn)) {
      return;
    }
    drawn = wanted;
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    placed = painter.paint(canvas.getGraphicsContext2D(), live.colours(), scene);
  }

  /** What happened first; where there is room for more, the lanes that were quiet. */
  private TimelineLayout strip(TimelineLayout whole) {
    double room = getHeight() - TimelinePainter.AXIS;
    return whole.busyOnly().filledFrom(whole, room, lane -> TimelinePainter.laneHeight(lane, row));
  }

  private void onScroll(ScrollEvent event) {
    if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      scrollBy(-(event.getDeltaY() + event.getDeltaX()));
    } else if (event.getX() < TimelinePainter.LABELS) {
      scrollBy(-event.getDeltaY());
    } else {
      zoom(event.getDeltaY() > 0 ? 0.8 : 1.25, event.getX());
    }
    event.consume();
  }

  private void onPressed(MouseEvent event) {
    requestFocus();
    dragX = event.getX();
    dragY = event.getY();
    dragged = false;
    event.consume();
  }

  private void onDragged(MouseEvent event) {
    double dx = event.getX() - dragX;
    double dy = event.getY() - dragY;
    if (!dragged && Math.hypot(dx, dy) < 4) {
      return;
    }
    dragged = true;
    dragX = event.getX();
    dragY = event.getY();
    if (dx != 0) {
      pan(dx);
    }
    scrollBy(-dy);
  }

  private void onClicked(MouseEvent event) {
    PlacedBar hit = at(event.getX(), event.getY());
    if (!dragged && hit != null) {
      pick(hit);
      open.accept(hit.bar().pick());
    }
    event.consume();
  }

  private void hover(@Nullable PlacedBar bar) {
    tip.setText(bar == null ? "" : BarWords.of(bar, live.now()));
    tip.setOpacity(bar == null ? 0 : 1);
  }

  private @Nullable PlacedBar at(double x, double y) {
    return placed.reversed().stream()
        .filter(bar -> bar.box().holds(x, y) || near(bar, x, y))
        .findFirst()
        .orElse(null);
  }

  /** Short bars are thin; a pointer that is a few pixels off still means them. */
  private static boolean near(PlacedBar bar, double x, double y) {
    return bar.box().width() < 8
        && Math.abs(x - bar.box().x() - bar.box().width() / 2) < 5
        && y >= bar.box().y()
        && y < bar.box().bottom();
  }

  void pick(PlacedBar bar) {
    picked = bar.bar().pick();
    setAccessibleText(BarWords.of(bar, live.now()));
    redraw();
  }

  void openPicked() {
    if (picked != null) {
      open.accept(picked);
    }
  }

  /** The bars on screen, lane by lane, oldest first. */
  List<PlacedBar> placed() {
    return placed;
  }

  @Nullable TimelinePick picked() {
    return picked;
  }

  /** How many lanes lie under the lower edge. */
  int lanesBelow() {
    double y = TimelinePainter.AXIS - scroll;
    int below = 0;
    for (Lane lane : layout.lanes()) {
      y += TimelinePainter.laneHeight(lane, row);
      below += getHeight() > 0 && y > getHeight() + 2 ? 1 : 0;
    }
    return below;
  }

  TimelineLayout layoutShown() {
    return layout;
  }

  @Override
  protected void layoutChildren() {
    canvas.relocate(0, 0);
  }
}
