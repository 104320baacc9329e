package io.signalbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a command line into words the way a POSIX shell would, as far as single quotes go. */
final class ShellWords {
  private ShellWords() {}

  /** The words, or empty where the line uses anything but plain words and single quotes. */
  static Optional<List<String>> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t') {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else if (c == '\'') {
        int end = line.indexOf('\'', i + 1);
        if (end < 0) {
          return Optional.empty();
        }
        word.append(line, i + 1, end);
        inWord = true;
        i = end;
      } else if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '\'') {
        word.append('\'');
        inWord = true;
        i++;
      } else if ("\\\"$`;&|<>(){}*?[]!#~\n\r".indexOf(c) >= 0) {
        return Optional.empty();
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return Optional.of(List.copyOf(words));
  }
}
