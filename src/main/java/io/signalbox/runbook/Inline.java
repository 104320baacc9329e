package io.signalbox.runbook;

import java.util.List;

/** A piece of running text; its text is harmless. */
public sealed interface Inline {
  /** Plain text. */
  record Text(String text) implements Inline {}

  /** Code within a line. */
  record Code(String text) implements Inline {}

  /** Emphasis. */
  record Emphasis(List<Inline> text) implements Inline {
    /** Copies the list. */
    public Emphasis {
      text = List.copyOf(text);
    }
  }

  /** Strong emphasis. */
  record Strong(List<Inline> text) implements Inline {
    /** Copies the list. */
    public Strong {
      text = List.copyOf(text);
    }
  }

  /** A link; whether it can be followed is its target's matter. */
  record Link(List<Inline> text, LinkTarget target) implements Inline {
    /** Copies the list. */
    public Link {
      text = List.copyOf(text);
    }
  }

  /** A picture. Nothing is ever fetched: one from elsewhere is only named. */
  record Image(String alternative, LinkTarget target) implements Inline {}

  /** Raw HTML: inert, shown as the text it is. */
  record Html(String text) implements Inline {}

  /**
   * A line's end in the source.
   *
   * @param hard the author wants a new line there
   */
  record Break(boolean hard) implements Inline {}

  /** The words alone, as a reader would copy them. */
  static String plain(List<Inline> text) {
    StringBuilder out = new StringBuilder();
    for (Inline one : text) {
      out.append(
          switch (one) {
            case Text plain -> plain.text();
            case Code code -> code.text();
            case Emphasis emphasis -> plain(emphasis.text());
            case Strong strong -> plain(strong.text());
            case Link link -> plain(link.text());
            case Image image -> image.alternative();
            case Html _ -> "";
            case Break _ -> " ";
          });
    }
    return out.toString();
  }
}
