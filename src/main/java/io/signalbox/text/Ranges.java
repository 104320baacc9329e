package io.signalbox.text;

import java.util.Arrays;

/** Ranges of characters in order, touching ones joined. Not safe for several threads. */
final class Ranges {
  private int[] bounds = new int[8];
  private int size;

  int size() {
    return size;
  }

  int from(int index) {
    return bounds[2 * index];
  }

  int to(int index) {
    return bounds[2 * index + 1];
  }

  void clear() {
    size = 0;
  }

  /** Adds a range anywhere. */
  void add(int from, int to) {
    int start = from;
    int end = to;
    int first = size;
    while (first > 0 && to(first - 1) >= start) {
      first--;
    }
    int last = first;
    while (last < size && from(last) <= end) {
      start = Math.min(start, from(last));
      end = Math.max(end, to(last));
      last++;
    }
    replace(first, last, start, end);
  }

  private void replace(int first, int last, int start, int end) {
    if (2 * size + 2 > bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    System.arraycopy(bounds, 2 * last, bounds, 2 * first + 2, 2 * (size - last));
    bounds[2 * first] = start;
    bounds[2 * first + 1] = end;
    size += 1 - (last - first);
  }
}
