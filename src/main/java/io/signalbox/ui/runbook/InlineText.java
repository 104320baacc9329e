package io.signalbox.ui.runbook;

import io.signalbox.runbook.Inline;
import io.signalbox.runbook.LinkTarget;
import io.signalbox.ui.kit.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Running text: emphasis, code, links that say where they lead. FX thread only. */
final class InlineText {
  private static final int CHIP = 48;

  private final Consumer<LinkTarget> follow;
  private final List<Node> nodes = new ArrayList<>();

  private InlineText(Consumer<LinkTarget> follow) {
    this.follow = follow;
  }

  /** A paragraph in this style. */
  static TextFlow of(List<Inline> text, String style, Consumer<LinkTarget> follow) {
    InlineText inline = new InlineText(follow);
    inline.add(text, List.of());
    TextFlow flow = new TextFlow();
    flow.getChildren().setAll(inline.nodes);
    flow.getStyleClass().addAll("reading-text", style);
    return flow;
  }

  private void add(List<Inline> text, List<String> styles) {
    for (Inline one : text) {
      switch (one) {
        case Inline.Text plain -> text(plain.text(), styles);
        case Inline.Code code -> code(code.text());
        case Inline.Emphasis emphasis -> add(emphasis.text(), with(styles, "emphasis"));
        case Inline.Strong strong -> add(strong.text(), with(styles, "strong"));
        case Inline.Link link -> link(Inline.plain(link.text()), link.target());
        case Inline.Image image -> image(image);
        case Inline.Html html -> text(html.text(), with(styles, "inert"));
        case Inline.Break end -> text(end.hard() ? "\n" : " ", styles);
      }
    }
  }

  private static List<String> with(List<String> styles, String more) {
    List<String> all = new ArrayList<>(styles);
    all.add(more);
    return all;
  }

  private Text text(String words, List<String> styles) {
    Text text = new Text(words);
    text.getStyleClass().add("run");
    text.getStyleClass().addAll(styles);
    nodes.add(text);
    return text;
  }

  /** Short code is one piece on its own ground; long code breaks with the line. */
  private void code(String words) {
    if (words.length() > CHIP) {
      text(words, List.of("code-run"));
      return;
    }
    Label chip = Parts.label(words, "code-chip");
    chip.setMinWidth(Label.USE_PREF_SIZE);
    nodes.add(chip);
  }

  private void link(String words, LinkTarget target) {
    String shown = words.isBlank() ? target.written() : words;
    if (target.kind() == LinkTarget.Kind.UNAVAILABLE) {
      dead(shown, "unavailable: " + target.why(), target.written());
      return;
    }
    Text link = text(shown, List.of("link"));
    link.setFocusTraversable(true);
    link.setAccessibleRole(AccessibleRole.HYPERLINK);
    link.setAccessibleText(shown + ", " + where(target));
    Parts.tip(link, where(target));
    link.setOnMouseClicked(_ -> follow.accept(target));
    link.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            follow.accept(target);
            event.consume();
          }
        });
    if (target.kind() == LinkTarget.Kind.WEB) {
      text("\u2009↗", List.of("link-sign"));
    }
  }

  /** Told apart without a colour: struck through, with the word behind it. */
  private void dead(String words, String why, String written) {
    Text dead = text(words, List.of("dead-link"));
    Parts.tip(dead, written + "\n" + why);
    Text note = text(" (" + why + ")", List.of("dead-note"));
    Parts.tip(note, written);
  }

  private void image(Inline.Image image) {
    String name = image.alternative().isBlank() ? image.target().written() : image.alternative();
    if (image.target().kind() == LinkTarget.Kind.UNAVAILABLE) {
      dead("picture: " + name, "unavailable: " + image.target().why(), image.target().written());
    } else {
      Text words = text("picture: " + name, List.of("inert"));
      Parts.tip(words, "pictures are named, not drawn: " + image.target().written());
    }
  }

  static String where(LinkTarget target) {
    return switch (target.kind()) {
      case WEB -> "leads out of the console, to " + target.written();
      case HEADING -> "further down or up: #" + target.anchor();
      case RUNBOOK -> "opens " + target.path() + " here; Alt+Left leads back";
      case FILE -> "a file of the folder: " + target.path();
      case UNAVAILABLE -> "unavailable: " + target.why();
    };
  }
}
