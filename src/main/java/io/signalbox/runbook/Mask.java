package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in which each gap is covered by a character of its own, as often as it is long, so that a
 * shell's eyes see a word there: {@code <name>} is no redirection, {@code [PLACE]} no pattern.
 */
record Mask(String text, List<Spot> spots) {
  private static final char FIRST = '\uE000';
  private static final int MOST = 6000;

  /** One gap and where it stands. */
  record Spot(Placeholder placeholder, int from, int to) {}

  Mask {
    spots = List.copyOf(spots);
  }

  static Mask of(String text, List<Spot> found) {
    StringBuilder covered = new StringBuilder(text.replaceAll("[\uE000-\uF8FF]", "\uFFFD"));
    List<Spot> spots = new ArrayList<>();
    for (Spot spot : found) {
      if (spots.size() < MOST) {
        String cover = Character.toString((char) (FIRST + spots.size()));
        covered.replace(spot.from(), spot.to(), cover.repeat(spot.to() - spot.from()));
        spots.add(spot);
      }
    }
    return new Mask(covered.toString(), spots);
  }

  /** Any piece of the covered text as it was. */
  String lift(String piece) {
    StringBuilder out = new StringBuilder(piece.length());
    int at = 0;
    while (at < piece.length()) {
      int index = piece.charAt(at) - FIRST;
      if (index < 0 || index >= spots.size()) {
        out.append(piece.charAt(at++));
        continue;
      }
      out.append(spots.get(index).placeholder().written());
      int end = at;
      while (end < piece.length() && piece.charAt(end) - FIRST == index) {
        end++;
      }
      at = end;
    }
    return out.toString();
  }
}
