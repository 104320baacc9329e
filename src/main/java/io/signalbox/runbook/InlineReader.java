package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads running text. */
final class InlineReader {
  /** Takes what is wrong in a line. */
  interface Wrong {
    void at(int line, String message);
  }

  private final Links links;
  private final Wrong wrong;

  InlineReader(Links links, Wrong wrong) {
    this.links = links;
    this.wrong = wrong;
  }

  /** What a node holds. */
  List<Inline> read(Node parent) {
    List<Inline> read = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      read.add(one(node));
    }
    return read;
  }

  private Inline one(Node node) {
    return switch (node) {
      case Text text -> new Inline.Text(Harmless.line(text.getLiteral()));
      case Code code -> new Inline.Code(Harmless.line(code.getLiteral()));
      case Emphasis emphasis -> new Inline.Emphasis(read(emphasis));
      case StrongEmphasis strong -> new Inline.Strong(read(strong));
      case Link link ->
          new Inline.Link(
              read(link), links.link(link.getDestination(), what -> wrong.at(line(link), what)));
      case Image image ->
          new Inline.Image(
              Harmless.line(words(image)),
              links.image(image.getDestination(), what -> wrong.at(line(image), what)));
      case HtmlInline html -> new Inline.Html(Harmless.line(html.getLiteral()));
      case HardLineBreak _ -> new Inline.Break(true);
      case SoftLineBreak _ -> new Inline.Break(false);
      default -> new Inline.Text(Harmless.line(words(node)));
    };
  }

  /** The line of a node, or of what holds it where it has none of its own. */
  private static int line(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return spans.getFirst().getLineIndex() + 1;
      }
    }
    return 1;
  }

  /** The words alone. */
  static String words(Node parent) {
    StringBuilder words = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        case SoftLineBreak _ -> words.append(' ');
        case HardLineBreak _ -> words.append(' ');
        default -> words.append(words(node));
      }
    }
    return words.toString();
  }
}
