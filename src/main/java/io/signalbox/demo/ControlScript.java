package io.signalbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script of the console as the demo's hosts understand it: the call on its last line, and the
 * definitions before. Words are read; nothing of it is run.
 */
record ControlScript(String verb, List<String> words, String text) {
  private static final int NONCE = 0;
  private static final int LOCK = 2;
  private static final int ID = 3;

  /** Reads a script; empty where it is none that calls a verb. */
  static Optional<ControlScript> read(String text) {
    List<String> lines = text.strip().lines().toList();
    if (lines.size() < 2 || !lines.getLast().equals("}")) {
      return Optional.empty();
    }
    return ShellWords.split(lines.get(lines.size() - 2)).flatMap(words -> of(words, text));
  }

  /** The call of these words, verb first; empty where they are none. */
  static Optional<ControlScript> of(List<String> words, String text) {
    return words.size() > ID + 1
        ? Optional.of(new ControlScript(words.getFirst(), words.subList(1, words.size()), text))
        : Optional.empty();
  }

  String lock() {
    return words.get(LOCK);
  }

  String nonce() {
    return words.get(NONCE);
  }

  String id() {
    return words.get(ID);
  }

  /** An argument behind the ones that every verb has. */
  String argument(int number) {
    int at = ID + number;
    return at < words.size() ? words.get(at) : "";
  }

  /** All arguments from this one on. */
  List<String> from(int number) {
    return words.subList(Math.min(words.size(), ID + number), words.size());
  }

  /** What a name was defined as before the call; the last one counts. */
  String defined(String name) {
    String found = "";
    Matcher matcher = Pattern.compile("(?m)^" + name + "=(.*)$").matcher(text);
    while (matcher.find()) {
      found = ShellWords.split(matcher.group(1)).map(words -> String.join(" ", words)).orElse("");
    }
    return found;
  }

  /** The words of each call of a function in the definitions. */
  List<List<String>> calls(String name) {
    List<List<String>> calls = new ArrayList<>();
    Matcher matcher = Pattern.compile("(?m)^" + name + " (.*)$").matcher(text);
    while (matcher.find()) {
      ShellWords.split(matcher.group(1)).ifPresent(calls::add);
    }
    return calls;
  }

  /** The version that the playbook is called with. */
  String target() {
    Matcher matcher = Pattern.compile("\"target_version\":\"([^\"]+)\"").matcher(text);
    String found = "";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return found;
  }
}
