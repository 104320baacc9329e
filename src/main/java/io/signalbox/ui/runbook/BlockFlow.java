package io.signalbox.ui.runbook;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A column of pieces of which only those in sight have nodes, however long it is. What is at its
 * upper edge stays there while heights elsewhere turn out other than guessed. FX thread only.
 */
final class BlockFlow extends Region {
  private static final double SIDE = 24;
  private static final double FOOT = 64;

  private final Source source;
  private final ScrollBar bar = new ScrollBar();
  private final Map<Integer, Region> live = new TreeMap<>();
  private double[] heights = new double[0];
  private double measuredAt = -1;
  private int anchor;
  private double offset;
  private boolean moving;

  /** What is shown. */
  interface Source {
    int size();

    /** A node for one piece; let go by {@link #gone}. */
    Region node(int index);

    /** A guess at its height. */
    double estimate(int index, double width);

    /** How wide it may be in this room. */
    double width(int index, double room);

    void gone(Region node);
  }

  BlockFlow(Source source) {
    this.source = source;
    getStyleClass().add("block-flow");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    getChildren().add(bar);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          scrollBy(-event.getDeltaY());
          event.consume();
        });
    var _ = bar.valueProperty().subscribe(this::onBar);
  }

  /** Everything is other than before; begins at this piece. */
  void reset(int at) {
    clear();
    heights = new double[source.size()];
    measuredAt = -1;
    anchor = Math.clamp(at, 0, Math.max(0, source.size() - 1));
    offset = 0;
    requestLayout();
  }

  /** Lets all nodes go. */
  void clear() {
    live.values().forEach(source::gone);
    getChildren().removeAll(live.values());
    live.clear();
  }

  /** Makes the node of this piece anew. */
  void renew(int index) {
    Region old = live.remove(index);
    if (old != null) {
      getChildren().remove(old);
      source.gone(old);
      requestLayout();
    }
  }

  void scrollBy(double pixels) {
    offset += pixels;
    requestLayout();
  }

  double page() {
    return Math.max(60, getHeight() - 60);
  }

  void toEnd() {
    anchor = Math.max(0, source.size() - 1);
    offset = 1e7;
    requestLayout();
  }

  void toStart() {
    anchor = 0;
    offset = 0;
    requestLayout();
  }

  /** Puts a piece at the upper edge. */
  void reveal(int index) {
    anchor = Math.clamp(index, 0, Math.max(0, source.size() - 1));
    offset = 0;
    requestLayout();
  }

  /** Scrolls only where it is not whole in sight. */
  void ensure(int index) {
    Region node = live.get(index);
    boolean whole =
        node != null
            && node.getLayoutY() >= 0
            && node.getLayoutY() + node.getHeight() <= getHeight();
    if (!whole) {
      reveal(index);
    }
  }

  /** The piece at the upper edge. */
  int top() {
    return anchor;
  }

  /** How many nodes there are just now. */
  int liveCount() {
    return live.size();
  }

  @Override
  protected void layoutChildren() {
    double wide = getWidth();
    double high = getHeight();
    double thick = 12;
    bar.resizeRelocate(wide - thick, 0, thick, high);
    if (source.size() == 0 || wide < 40 || heights.length != source.size()) {
      return;
    }
    if (wide != measuredAt) {
      for (int i = 0; i < heights.length; i++) {
        heights[i] = source.estimate(i, source.width(i, room()));
      }
      measuredAt = wide;
    }
    normalise();
    int end = place(high);
    dropOutside(anchor, end);
    updateBar(high);
  }

  private double room() {
    return getWidth() - 2 * SIDE - 12;
  }

  /** Brings the offset into the anchor's own height. */
  private void normalise() {
    while (offset < 0 && anchor > 0) {
      anchor--;
      offset += measure(anchor);
    }
    offset = Math.max(0, offset);
    double height = measure(anchor);
    while (offset >= height && anchor < source.size() - 1) {
      offset -= height;
      anchor++;
      height = measure(anchor);
    }
  }

  /** Lays out from the anchor down; the first piece below the edge. */
  private int place(double high) {
    for (int round = 0; ; round++) {
      double y = -offset;
      int at = anchor;
      while (at < source.size() && y < high) {
        y += measure(at);
        at++;
      }
      boolean hollow = at == source.size() && y + FOOT < high && (anchor > 0 || offset > 0);
      if (!hollow || round == 3) {
        double top = -offset;
        for (int i = anchor; i < at; i++) {
          double width = source.width(i, room());
          double x = SIDE + Math.max(0, Math.floor((room() - width) / 2));
          node(i).resizeRelocate(x, snapPositionY(top), width, heights[i]);
          top += heights[i];
        }
        return at;
      }
      offset -= high - FOOT - y;
      normalise();
    }
  }

  private double measure(int index) {
    double height = Math.ceil(node(index).prefHeight(source.width(index, room())));
    heights[index] = height;
    return height;
  }

  private Region node(int index) {
    Region node = live.get(index);
    if (node == null) {
      node = source.node(index);
      live.put(index, node);
      getChildren().add(node);
      node.applyCss();
    }
    return node;
  }

  /** What has the focus stays, out of sight, so that the keyboard is not lost. */
  private void dropOutside(int from, int to) {
    for (Iterator<Map.Entry<Integer, Region>> it = live.entrySet().iterator(); it.hasNext(); ) {
      Map.Entry<Integer, Region> entry = it.next();
      int index = entry.getKey();
      if (index >= from && index < to) {
        continue;
      }
      Region node = entry.getValue();
      if (node.isFocusWithin()) {
        node.relocate(SIDE, index < from ? -node.getHeight() - 4 : getHeight() + 4);
      } else {
        it.remove();
        getChildren().remove(node);
        source.gone(node);
      }
    }
  }

  private void updateBar(double high) {
    double before = offset;
    double all = FOOT;
    for (int i = 0; i < heights.length; i++) {
      before += i < anchor ? heights[i] : 0;
      all += heights[i];
    }
    double more = Math.max(0, all - high);
    moving = true;
    bar.setVisible(more > 0);
    bar.setMax(Math.max(1, more));
    bar.setVisibleAmount(all <= 0 ? 1 : Math.max(1, more) * Math.min(1, high / all));
    bar.setValue(Math.min(more, before));
    moving = false;
  }

  private void onBar(Number value) {
    if (moving) {
      return;
    }
    double left = value.doubleValue();
    int at = 0;
    while (at < heights.length - 1 && left >= heights[at]) {
      left -= heights[at];
      at++;
    }
    anchor = at;
    offset = left;
    requestLayout();
  }
}
