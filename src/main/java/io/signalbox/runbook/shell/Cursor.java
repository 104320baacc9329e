package io.signalbox.runbook.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A place in a script, and how each character up to it was read. */
final class Cursor {
  private final String text;
  private final List<Quoting> quoting;
  private int position;

  Cursor(String text) {
    this.text = text;
    this.quoting = new ArrayList<>(Collections.nCopies(text.length(), Quoting.BARE));
  }

  boolean done() {
    return position >= text.length();
  }

  int position() {
    return position;
  }

  char peek() {
    return peek(0);
  }

  /** The character so far ahead; NUL behind the end. */
  char peek(int ahead) {
    int index = position + ahead;
    return index < text.length() ? text.charAt(index) : '\0';
  }

  boolean looksAt(String words) {
    return text.startsWith(words, position);
  }

  char take() {
    return take(Quoting.BARE);
  }

  char take(Quoting how) {
    quoting.set(position, how);
    return text.charAt(position++);
  }

  void skip(int count) {
    position = Math.min(position + count, text.length());
  }

  void end() {
    position = text.length();
  }

  String text(int from, int to) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }

  /** The rest of the line, read in this way; the line's end is left. */
  String line(Quoting how) {
    int from = position;
    while (!done() && peek() != '\n') {
      take(how);
    }
    return text(from, position);
  }

  List<Quoting> quoting() {
    return quoting;
  }
}
