package io.signalbox.ui.shell;

import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.shell.PaletteEntries.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Type a few letters, press Enter: jumps to a runner or a view, or opens an action's card. */
final class CommandPalette {
  private static final int SHOWN = 200;

  private final List<Entry> entries;
  private final Function<String, List<Entry>> typed;
  private final Overlays overlays;
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final VBox sheet = Parts.column(8, field, list);

  CommandPalette(List<Entry> entries, Function<String, List<Entry>> typed, Overlays overlays) {
    this.entries = entries;
    this.typed = typed;
    this.overlays = overlays;
    sheet.getStyleClass().addAll("sheet", "command-palette");
    sheet.setPrefSize(520, 380);
    field.setPromptText("Runner, view, action or journal link");
    list.getStyleClass().add("palette-list");
    list.setFocusTraversable(false);
    list.setPlaceholder(Parts.label("Nothing matches.", "secondary"));
    list.setCellFactory(_ -> new EntryCell());
    list.setOnMouseClicked(_ -> run());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  void open() {
    search("");
    field.setOnKeyReleased(_ -> {});
    var following = field.textProperty().subscribe(this::search);
    overlays.open(sheet, field, following::unsubscribe);
  }

  private void onKey(KeyEvent event) {
    boolean handled =
        switch (event.getCode()) {
          case DOWN -> move(1);
          case UP -> move(-1);
          case ENTER -> run();
          default -> false;
        };
    if (handled) {
      event.consume();
    }
  }

  private boolean move(int by) {
    int next = list.getSelectionModel().getSelectedIndex() + by;
    list.getSelectionModel()
        .clearAndSelect(Math.clamp(next, 0, Math.max(0, list.getItems().size() - 1)));
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    return true;
  }

  private boolean run() {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      overlays.close(sheet);
      entry.action().run();
    }
    return true;
  }

  private void search(String text) {
    List<Entry> named = typed.apply(text);
    list.getItems().setAll(named.isEmpty() ? matches(entries, text) : named);
    list.getSelectionModel().selectFirst();
  }

  /** Entries that hold every word, those that begin with the first word before the others. */
  static List<Entry> matches(List<Entry> entries, String text) {
    String[] words = text.toLowerCase(Locale.ROOT).trim().split("\\s+");
    return entries.stream()
        .filter(
            entry -> {
              String all = (entry.words() + " " + entry.kind()).toLowerCase(Locale.ROOT);
              return List.of(words).stream().allMatch(all::contains);
            })
        .sorted(
            Comparator.comparing(
                entry -> !entry.words().toLowerCase(Locale.ROOT).startsWith(words[0])))
        .limit(SHOWN)
        .toList();
  }

  private static final class EntryCell extends ListCell<Entry> {
    private final Label words = Parts.name("", "body");
    private final Label kind = Parts.label("", "caption");
    private final HBox row = Parts.row(8, words, Parts.spring(), kind);

    @Override
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      words.setText(entry.words());
      kind.setText(entry.kind());
      setGraphic(row);
    }
  }
}
