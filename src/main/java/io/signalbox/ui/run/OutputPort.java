package io.signalbox.ui.run;

/**
 * Which of a run's lines are in sight, counted in lines and fractions of one. Every step costs the
 * same whatever the number of lines. Not safe for several threads.
 */
final class OutputPort {
  private int size;
  private double fit = 1;
  private double top;

  /** There are so many lines; what is in sight stays where it is as far as it can. */
  void size(int lines) {
    size = lines;
    to(top);
  }

  /** So many lines have room, the last perhaps in part. */
  void fit(double lines) {
    fit = Math.max(1, lines);
    to(top);
  }

  /** This line comes to the top, or what is nearest to that. */
  void to(double line) {
    top = Math.clamp(line, 0, last());
  }

  /** The least move that brings a line into sight whole. */
  void reveal(int line) {
    if (line < top) {
      to(line);
    } else if (line + 1 > top + fit) {
      to(line + 1 - fit);
    }
  }

  int size() {
    return size;
  }

  double fit() {
    return fit;
  }

  double top() {
    return top;
  }

  /** What is at the top when the newest line is at the bottom. */
  double last() {
    return Math.max(0, size - fit);
  }

  /** The first line of which anything is in sight. */
  int first() {
    return (int) top;
  }

  /** The line behind the last of which anything is in sight. */
  int end() {
    return (int) Math.min(size, Math.ceil(top + fit));
  }
}
