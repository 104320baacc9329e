package io.signalbox.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text for canvases and cuts it where it does not fit. FX thread only. */
public final class TextFit {
  private static final int KEPT = 2000;

  private final Text probe = new Text();
  private final Map<Key, Double> widths =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(String text, Font font) {}

  /** Width in pixels. */
  public double width(String text, Font font) {
    return widths.computeIfAbsent(new Key(text, font), this::measure);
  }

  /** The text, or as much of both its ends as fits: names differ at their ends. */
  public String middle(String text, Font font, double room) {
    if (width(text, font) <= room) {
      return text;
    }
    int kept = longest(text.length() - 1, count -> width(cutMiddle(text, count), font) <= room);
    return kept == 0 ? "…" : cutMiddle(text, kept);
  }

  /** The text, or as much of its beginning as fits. */
  public String end(String text, Font font, double room) {
    if (width(text, font) <= room) {
      return text;
    }
    int kept =
        longest(text.length() - 1, count -> width(text.substring(0, count) + "…", font) <= room);
    return kept == 0 ? "…" : text.substring(0, kept).stripTrailing() + "…";
  }

  private static String cutMiddle(String text, int kept) {
    int head = (kept + 1) / 2;
    return text.substring(0, head) + "…" + text.substring(text.length() - (kept - head));
  }

  private static int longest(int most, java.util.function.IntPredicate fits) {
    int low = 0;
    int high = most;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (fits.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private double measure(Key key) {
    probe.setFont(key.font());
    probe.setText(key.text());
    return probe.getLayoutBounds().getWidth();
  }
}
