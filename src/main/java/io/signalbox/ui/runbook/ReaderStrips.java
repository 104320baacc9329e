package io.signalbox.ui.runbook;

import io.signalbox.runbook.LinkTarget;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Links;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What should be known before reading on: why one is here, since when, what changed. */
final class ReaderStrips extends VBox {
  private final Workbench bench;
  private final Consumer<URI> browser;
  private Optional<LinkTarget> asked = Optional.empty();
  private String note = "";

  ReaderStrips(Workbench bench, Consumer<URI> browser) {
    super(8);
    this.bench = bench;
    this.browser = browser;
    getStyleClass().add("reader-strips");
  }

  void refresh(OpenBook book) {
    getChildren().clear();
    asked.ifPresent(target -> add(link(target, book)));
    if (!note.isEmpty()) {
      add(
          strip(
              Glyph.INFO,
              Tone.QUIET,
              note,
              Parts.button("Close", () -> say(book, ""), "small", "flat-button")));
    }
    if (!book.trouble().isEmpty()) {
      add(strip(Glyph.CROSS, Tone.DANGER, StepCard.sentence(book.trouble())));
    }
    if (!book.progress().note().isEmpty()) {
      add(strip(Glyph.TRIANGLE, Tone.ATTENTION, StepCard.sentence(book.progress().note())));
    }
    if (book.changed()) {
      add(
          strip(
              Glyph.TRIANGLE,
              Tone.ATTENTION,
              "The file was edited while you had it open; this is how it reads now. Steps that"
                  + " changed say so.",
              Parts.button("I have read it", book::read, "small")));
    }
    if (book.progress().paused()) {
      add(
          strip(
              Glyph.PAUSE,
              Tone.ATTENTION,
              "Paused: nothing runs until it is taken up again.",
              Parts.button("Take up again", () -> bench.pause(book), "small")));
    }
    if (!book.cause().isEmpty()) {
      add(strip(Glyph.ARROW, Tone.QUIET, book.cause()));
    }
    if (!book.resumed().isEmpty()) {
      add(
          strip(
              Glyph.CLOCK,
              Tone.QUIET,
              book.resumed(),
              Parts.button("Close", () -> book.resumed(""), "small", "flat-button")));
    }
    Parts.visible(this, !getChildren().isEmpty());
  }

  private void add(HBox strip) {
    getChildren().add(strip);
  }

  private static HBox strip(Glyph glyph, Tone tone, String words, Button... buttons) {
    Label label = Parts.paragraph(words, "body");
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox row = Parts.row(8, new Sign(glyph, 13, tone), label);
    for (Button button : buttons) {
      button.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(button);
    }
    row.getStyleClass().addAll("reader-strip", tone.styleClass());
    return row;
  }

  private HBox link(LinkTarget target, OpenBook book) {
    Button stay = Parts.button("Stay", () -> ask(book, Optional.empty()), "small");
    Optional<URI> uri = Links.of(target.written());
    if (uri.isEmpty()) {
      return strip(
          Glyph.CROSS,
          Tone.ATTENTION,
          "This is no address that a browser opens: " + target.written(),
          stay);
    }
    Button open =
        Parts.button(
            "Open in the browser",
            () -> {
              browser.accept(uri.get());
              ask(book, Optional.empty());
            },
            "small",
            "accent-button",
            "open-link");
    return strip(
        Glyph.ARROW,
        Tone.ACCENT,
        "This leads out of the console, to " + target.written(),
        stay,
        open);
  }

  /** Shows an address before anything opens it. */
  void ask(OpenBook book, Optional<LinkTarget> target) {
    asked = target;
    refresh(book);
  }

  /** Says something; empty takes it away. */
  void say(OpenBook book, String words) {
    note = words;
    refresh(book);
  }

  /** True when something was there to be taken away. */
  boolean dismiss(OpenBook book) {
    boolean any = asked.isPresent() || !note.isEmpty();
    asked = Optional.empty();
    note = "";
    if (any) {
      refresh(book);
    }
    return any;
  }
}
