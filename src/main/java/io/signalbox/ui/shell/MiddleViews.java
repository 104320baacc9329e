package io.signalbox.ui.shell;

import io.signalbox.ui.kit.Later;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The views that share the middle of the window, each with its own ways in. FX thread only. */
final class MiddleViews {
  private final Map<View, Later<Entry>> entries = new EnumMap<>(View.class);
  private final MiddlePane pane = new MiddlePane();

  /**
   * One view.
   *
   * @param foot the line below it, null where it has none
   * @param focus puts the keyboard where this view is worked from
   * @param filter puts the keyboard into its filter, null where it has none
   * @param alone true for a view that has a detail pane of its own
   */
  record Entry(
      Region region,
      @Nullable Region foot,
      Runnable focus,
      @Nullable Runnable filter,
      boolean alone) {
    /** A view with neither foot nor filter. */
    static Entry of(Region region) {
      return new Entry(region, null, region::requestFocus, null, false);
    }

    /** With a filter. */
    Entry filter(Runnable filter) {
      return new Entry(region, foot, focus, filter, alone);
    }

    /** With another way to be focused. */
    Entry focus(Runnable focus) {
      return new Entry(region, foot, focus, filter, alone);
    }

    /** With the line at its foot. */
    Entry foot(Region foot) {
      return new Entry(region, foot, focus, filter, alone);
    }

    /** With a detail pane of its own. */
    Entry withOwnDetail() {
      return new Entry(region, foot, focus, filter, true);
    }
  }

  /** Adds a view that is made when it is first shown. */
  void add(View view, Supplier<Entry> entry) {
    entries.put(view, Later.of(entry));
  }

  Region pane() {
    return pane;
  }

  /** Shows it; true when the window's detail pane has no place beside it. */
  boolean show(View view) {
    Entry entry = entry(view);
    pane.show(entry.region(), entry.foot());
    return entry.alone();
  }

  void focus(View view) {
    entry(view).focus().run();
  }

  /** False where the view has no filter. */
  boolean filter(View view) {
    Runnable filter = entry(view).filter();
    if (filter != null) {
      filter.run();
    }
    return filter != null;
  }

  private Entry entry(View view) {
    Later<Entry> entry = entries.get(view);
    if (entry == null) {
      throw new IllegalStateException("no view was made for " + view);
    }
    return entry.get();
  }
}
