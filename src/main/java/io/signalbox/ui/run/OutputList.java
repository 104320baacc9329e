package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an output, of which only those in sight are read and drawn. To add lines or to leap
 * costs the same at ten lines and at ten million, which the toolkit's list does not: that one keeps
 * a size for every line, fixed height or not. What has to be read first is drawn when it is there,
 * and what was drawn before stays until then. FX thread only.
 */
final class OutputList extends Region {
  static final double LINE_HEIGHT = 20;

  private final Supplier<String> wanted;
  private final Label placeholder;
  private final OutputPort port = new OutputPort();
  private final OutputMark mark = new OutputMark();
  private final OutputReader reader;
  private final Pane sheet = new Pane();
  private final Rectangle clip = new Rectangle();
  private final List<OutputRow> rows = new ArrayList<>();
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private List<OutputLine> lines = List.of();
  private OutputFrame frame = OutputFrame.NONE;
  private double drawnTop;
  private double widest;
  private boolean following;
  private boolean arranging;

  /**
   * Marks what {@code wanted} gives, in lower case, empty for nothing.
   *
   * @param onFailure lines could not be read
   */
  OutputList(Supplier<String> wanted, Label placeholder, Consumer<Throwable> onFailure) {
    this.wanted = wanted;
    this.placeholder = placeholder;
    reader = new OutputReader(this::onRead, onFailure);
    getStyleClass().add("output");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText("Output");
    down.setOrientation(Orientation.VERTICAL);
    across.setUnitIncrement(LINE_HEIGHT);
    sheet.setClip(clip);
    getChildren().addAll(sheet, placeholder, down, across);
  }

  /** Calls when the operator turns to lines of their own choice, by whatever means. */
  void onLookedBack(Runnable action) {
    new OutputHands(this, down, across, action).install(sheet);
  }

  /** Shows these lines; a longer list begins with what was shown before, or it is another run's. */
  void show(List<OutputLine> now) {
    if (now.size() < lines.size()) {
      reader.forget();
      frame = OutputFrame.NONE;
      mark.clear();
      widest = 0;
    }
    lines = now;
    port.size(now.size());
    requestLayout();
  }

  /** The lines as they are: fit for another thread, because they never change. */
  List<OutputLine> lines() {
    return lines;
  }

  /** The marked lines, not yet read. */
  List<OutputLine> marked() {
    return mark.lead() < 0 ? List.of() : lines.subList(mark.from(), mark.end());
  }

  /** The line the operator is at; -1 when they chose none. */
  int lead() {
    return mark.lead();
  }

  OutputPort port() {
    return port;
  }

  /** Marks a line, or all up to it, and brings it into sight. */
  void choose(int line, boolean along) {
    if (lines.isEmpty()) {
      return;
    }
    int there = Math.clamp(line, 0, lines.size() - 1);
    if (along) {
      mark.lead(there);
    } else {
      mark.one(there);
    }
    port.reveal(there);
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    requestLayout();
  }

  /** While it follows, the newest line is in sight, whatever comes and however high this is. */
  void follow(boolean now) {
    following = now;
    requestLayout();
  }

  /** Moves what is in sight; false where there is no further to go. */
  boolean scrollTo(double line) {
    double before = port.top();
    port.to(line);
    requestLayout();
    return port.top() != before;
  }

  /** Draws again, because other words are searched for. */
  void refresh() {
    requestLayout();
  }

  /** The line drawn at this height. */
  int lineAt(double y) {
    return (int) Math.floor(drawnTop + y / LINE_HEIGHT);
  }

  private void onRead(OutputFrame read) {
    frame = read;
    drawnTop = read.top();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    arranging = true;
    boolean wide = arrange();
    if (wide != across.isVisible()) {
      across.setVisible(wide);
      arrange();
    }
    arranging = false;
  }

  /** True while bars and rows are being put in place: what moves then was not moved by hand. */
  boolean arranging() {
    return arranging;
  }

  /** Puts all in place; true where a line is wider than the room for it. */
  private boolean arrange() {
    Insets insets = getInsets();
    double foot = across.isVisible() ? across.prefHeight(-1) : 0;
    double height = Math.max(0, getHeight() - insets.getTop() - insets.getBottom() - foot);
    port.fit(height / LINE_HEIGHT);
    if (following) {
      port.to(port.last());
    }
    boolean tall = port.last() > 0;
    double side = tall ? down.prefWidth(-1) : 0;
    double width = Math.max(0, getWidth() - insets.getLeft() - insets.getRight() - side);
    down.setVisible(tall);
    down.resizeRelocate(insets.getLeft() + width, insets.getTop(), side, height);
    across.resizeRelocate(insets.getLeft(), insets.getTop() + height, width, foot);
    sheet.resizeRelocate(insets.getLeft(), insets.getTop(), width, height);
    clip.setWidth(width);
    clip.setHeight(height);
    placeholder.setVisible(lines.isEmpty());
    placeholder.autosize();
    placeholder.relocate(
        snapPositionX((getWidth() - placeholder.getWidth()) / 2),
        snapPositionY((getHeight() - placeholder.getHeight()) / 2));
    read();
    draw();
    rows.forEach(row -> place(row, width));
    bars(width);
    return widest > width;
  }

  private void read() {
    int first = port.first();
    int end = port.end();
    if (!frame.covers(first, end)) {
      int more = end - first + 1;
      reader.read(lines, Math.max(0, first - more), Math.min(lines.size(), end + more), port.top());
    }
    if (frame.covers(first, end)) {
      drawnTop = port.top();
    }
  }

  /** A line keeps its row while it is in sight: what only moves is not made anew. */
  private void draw() {
    int first = (int) drawnTop;
    int most = (int) Math.ceil(port.fit()) + 1;
    while (rows.size() < most) {
      OutputRow row = new OutputRow();
      rows.add(row);
      sheet.getChildren().add(row);
    }
    String searched = wanted.get();
    for (int number = first; number < first + rows.size(); number++) {
      OutputRow row = rows.get(number % rows.size());
      boolean there = number < first + most && frame.covers(number, number + 1);
      row.setVisible(there);
      if (there && row.show(number, frame.line(number), searched, mark.holds(number))) {
        widest = Math.max(widest, row.prefWidth(-1));
      }
    }
  }

  private void place(OutputRow row, double width) {
    row.resizeRelocate(
        -snapPositionX(Math.min(across.getValue(), Math.max(0, widest - width))),
        snapPositionY((row.number() - drawnTop) * LINE_HEIGHT),
        Math.max(width, widest),
        LINE_HEIGHT);
  }

  private void bars(double width) {
    down.setMax(port.last());
    down.setVisibleAmount(port.last() * port.fit() / Math.max(1, port.size()));
    down.setBlockIncrement(port.fit());
    down.setValue(port.top());
    double over = Math.max(0, widest - width);
    across.setMax(over);
    across.setVisibleAmount(over * width / Math.max(1, widest));
    across.setBlockIncrement(width);
    across.setValue(Math.min(across.getValue(), over));
  }

  @Override
  protected double computePrefHeight(double width) {
    return 20 * LINE_HEIGHT;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> lines.size();
      case MULTIPLE_SELECTION -> true;
      case FOCUS_ITEM -> row(mark.lead());
      case ITEM_AT_INDEX -> row(parameters[0] instanceof Integer number ? number : -1);
      case VERTICAL_SCROLLBAR -> down;
      case HORIZONTAL_SCROLLBAR -> across;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private @Nullable OutputRow row(int number) {
    return rows.stream()
        .filter(row -> row.isVisible() && row.number() == number)
        .findFirst()
        .orElse(null);
  }
}
