package io.signalbox.remote.durable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the control host answered, word by word, before anybody made sense of it. */
public record PlaybookAnswer(List<Part> parts) {
  /** Copies the list. */
  public PlaybookAnswer {
    parts = List.copyOf(parts);
  }

  /**
   * One answer.
   *
   * @param text the lines that came with it
   */
  public record Part(String kind, String words, List<String> text) {
    /** Copies the lines. */
    public Part {
      text = List.copyOf(text);
    }

    /** The lines as one text. */
    public String block() {
      return String.join("\n", text);
    }

    /** The exit code that the words are, or begin with. */
    public int code() {
      try {
        return Integer.parseInt(words.strip().split(" ")[0]);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }

  static PlaybookAnswer of(List<ScriptCalls.Line> lines) {
    List<Part> parts = new ArrayList<>();
    List<String> text = new ArrayList<>();
    ScriptCalls.Line head = null;
    for (ScriptCalls.Line line : lines) {
      if (line.kind().equals("out")) {
        text.add(line.words());
        continue;
      }
      if (head != null) {
        parts.add(new Part(head.kind(), head.words(), text));
      }
      head = line;
      text = new ArrayList<>();
    }
    if (head != null) {
      parts.add(new Part(head.kind(), head.words(), text));
    }
    return new PlaybookAnswer(parts);
  }

  /** The first answer of a kind. */
  public Optional<Part> part(String kind) {
    return parts.stream().filter(one -> one.kind().equals(kind)).findFirst();
  }

  /** The words of the first answer of a kind. */
  public Optional<String> word(String kind) {
    return part(kind).map(Part::words);
  }

  /** All answers of a kind, in order. */
  public List<Part> all(String kind) {
    return parts.stream().filter(one -> one.kind().equals(kind)).toList();
  }
}
