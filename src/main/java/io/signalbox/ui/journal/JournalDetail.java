package io.signalbox.ui.journal;

import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalLink;
import io.signalbox.journal.JournalPicture;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.DetailFrame;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One entry in full: values, the rest of its action, its place in the chain, its link. */
final class JournalDetail extends VBox {
  private static final int SHOWN_OF_ACTION = 40;

  private final Live live;
  private final Consumer<JournalEntry> jump;
  private final Label title = Parts.name("", "detail-name");
  private final VBox body = Parts.column(0);

  JournalDetail(Live live, Consumer<JournalEntry> jump, Runnable close) {
    this.live = live;
    this.jump = jump;
    getStyleClass().addAll("detail", "journal-detail");
    getChildren().addAll(DetailFrame.header(close, title), DetailFrame.scroll(body));
  }

  void show(JournalEntry entry, JournalPicture picture) {
    title.setText("Entry " + entry.seq());
    boolean open = picture.unfinished().contains(entry);
    VBox what = Parts.column(3);
    Label words = Parts.paragraph(JournalWords.title(entry), "detail-state");
    HBox state =
        Parts.row(
            8,
            new Sign(JournalWords.glyph(entry, open), 13, JournalWords.tone(entry, open)),
            words);
    state.getStyleClass().add("detail-state-row");
    Tone.apply(state, JournalWords.tone(entry, open));
    what.getChildren().add(state);
    String result = open ? "no outcome known" : JournalWords.result(entry.result());
    line(what, result, "body");
    line(what, entry.target().isEmpty() ? "" : "on " + entry.target(), "mono-text");
    line(
        what,
        Ages.full(entry.ts())
            + ", "
            + Ages.since(entry.ts(), live.now())
            + " ago, by "
            + entry.actor(),
        "secondary");
    body.getChildren().setAll(what);
    if (!entry.params().isEmpty()) {
      body.getChildren().add(values(entry.params()));
    }
    if (!entry.actionId().isEmpty()) {
      body.getChildren().add(action(entry, picture));
    }
    body.getChildren().add(record(entry, picture));
  }

  private static VBox values(Map<String, String> params) {
    VBox box = Parts.column(6);
    params.forEach(
        (key, value) ->
            box.getChildren()
                .add(Parts.column(1, Parts.label(key, "caption"), Parts.paragraph(value, "body"))));
    return section("On record", box);
  }

  private VBox action(JournalEntry entry, JournalPicture picture) {
    VBox box = Parts.column(1);
    picture.entries().reversed().stream()
        .filter(each -> each.actionId().equals(entry.actionId()))
        .limit(SHOWN_OF_ACTION)
        .forEach(each -> box.getChildren().addFirst(sibling(each, entry)));
    return section("This action", box);
  }

  private Button sibling(JournalEntry each, JournalEntry shown) {
    String result = each.result().isEmpty() ? "" : ": " + JournalWords.result(each.result());
    Button button =
        Parts.button(
            Ages.clock(each.ts()) + "  " + each.phase().word() + result,
            () -> jump.accept(each),
            "link-button");
    button.setDisable(each.seq() == shown.seq());
    return button;
  }

  private static VBox record(JournalEntry entry, JournalPicture picture) {
    String link = JournalLink.of(entry).text();
    VBox box =
        Parts.column(
            6,
            Parts.row(
                8,
                Parts.name(link, "mono-text"),
                Parts.spring(),
                Parts.button("Copy link", () -> copy(link), "small")),
            value("check", check(entry, picture)),
            value("hash", entry.hash()),
            value("hash before", entry.prev()));
    if (!entry.argvSha256().isEmpty()) {
      box.getChildren().add(value("hash of the exact commands", entry.argvSha256()));
    }
    return section("In the chain", box);
  }

  private static String check(JournalEntry entry, JournalPicture picture) {
    Long bad = picture.check().firstBad();
    if (bad == null || entry.seq() < bad) {
      return "what was written, in an unbroken chain from entry 1";
    }
    return entry.seq() == bad
        ? "not what was written: " + picture.check().problem()
        : "after the break at " + bad + ": not proved by the chain from entry 1";
  }

  private static VBox value(String key, String value) {
    return Parts.column(
        1, Parts.label(key, "caption"), Parts.paragraph(wrapped(value), "mono-text"));
  }

  /** A hash may be broken in its middle. */
  private static String wrapped(String value) {
    return value.length() == 64 && !value.contains(" ")
        ? value.substring(0, 32) + "\n" + value.substring(32)
        : value;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static void line(VBox box, String text, String styleClass) {
    if (!text.isEmpty()) {
      box.getChildren().add(Parts.paragraph(text, styleClass));
    }
  }

  private static VBox section(String title, VBox content) {
    VBox section = Parts.column(6, Parts.label(title, "section-title"), content);
    section.getStyleClass().add("detail-section");
    return section;
  }

  String titleText() {
    return title.getText();
  }
}
