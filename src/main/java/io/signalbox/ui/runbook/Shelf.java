package io.signalbox.ui.runbook;

import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The list of all runbooks, and the search through all of their text. FX thread only. */
final class Shelf extends VBox implements AutoCloseable {
  private static final Executor SEARCHERS =
      task -> Thread.ofVirtual().name("runbook-search").start(task);

  private final Consumer<ShelfRow> open;
  private final Subscriptions subscriptions = new Subscriptions();
  private final TextField field = new TextField();
  private final Label count = Parts.label("", "section");
  private final VBox troubles = Parts.column(4);
  private final ListView<ShelfRow> list = new ListView<>();
  private final Label empty = Parts.paragraph("", "empty-text");
  private RunbookLibrary library = RunbookLibrary.EMPTY;
  private RunbookSearch search = RunbookSearch.NONE;
  private boolean read;

  /**
   * Shows nothing yet; {@code chosen} is told of the selected row, {@code open} of a pressed one.
   */
  Shelf(Live live, Consumer<ShelfRow> chosen, Consumer<ShelfRow> open) {
    this.open = open;
    getStyleClass().add("shelf");
    field.setPromptText("Search all runbooks  /");
    field.setAccessibleText("Search the text of all runbooks");
    field.setMaxWidth(Double.MAX_VALUE);
    list.getStyleClass().add("shelf-list");
    list.setAccessibleText("Runbooks");
    list.setCellFactory(_ -> new ShelfCell(live, field::getText));
    list.setPlaceholder(empty);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openSelected();
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    VBox top = Parts.column(8, count, field, troubles);
    top.getStyleClass().add("shelf-top");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(top, list);
    subscriptions.on(field.textProperty(), _ -> show());
    subscriptions.on(
        list.getSelectionModel().selectedItemProperty(),
        row -> {
          if (row != null) {
            chosen.accept(row);
          }
        });
    empty.setText("Reading the runbooks.");
    Parts.visible(troubles, false);
  }

  private void onKey(KeyEvent event) {
    boolean inField = field.isFocused();
    if (event.getCode() == KeyCode.ENTER) {
      openSelected();
      event.consume();
    } else if (inField && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
      move(event.getCode() == KeyCode.DOWN ? 1 : -1);
      event.consume();
    } else if (inField && event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    }
  }

  private void move(int by) {
    int next =
        Math.clamp(
            list.getSelectionModel().getSelectedIndex() + by,
            0,
            Math.max(0, list.getItems().size() - 1));
    list.getSelectionModel().clearAndSelect(next);
    list.scrollTo(Math.max(0, next - 3));
  }

  private void openSelected() {
    ShelfRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      open.accept(row);
    }
  }

  /** Shows these; {@code folders} is how many the profile names. */
  void show(RunbookLibrary now, int folders) {
    library = now;
    read = true;
    troubles.getChildren().clear();
    if (folders == 0 && !now.entries().isEmpty()) {
      troubles
          .getChildren()
          .add(
              StepCard.line(
                  Glyph.INFO,
                  Tone.QUIET,
                  "These ship with Signalbox. For your own, name a folder in the profile:"
                      + " runbooks: folders: [./runbooks]",
                  "secondary"));
    }
    for (String trouble : now.troubles()) {
      troubles
          .getChildren()
          .add(StepCard.line(Glyph.CROSS, Tone.DANGER, StepCard.sentence(trouble), "secondary"));
    }
    Parts.visible(troubles, !troubles.getChildren().isEmpty());
    empty.setText(
        folders == 0
            ? "No folder of runbooks is configured. Name one in the profile, e.g."
                + " runbooks: folders: [./runbooks], and put Markdown files into it."
            : "No runbook is in the "
                + (folders == 1 ? "folder" : folders + " folders")
                + " of the profile. Any Markdown file there appears here.");
    // the words for an empty shelf stand in the middle of the view
    Parts.visible(empty, !now.entries().isEmpty());
    FxFutures.deliver(
        CompletableFuture.supplyAsync(() -> RunbookSearch.of(now), SEARCHERS),
        made -> {
          if (library.equals(now)) {
            search = made;
            show();
          }
        },
        failure -> empty.setText("The search failed: " + FxFutures.message(failure)));
    show();
  }

  /** It could not be read at all. */
  void failed(String why) {
    empty.setText("The runbooks cannot be read: " + why + ". F5 tries again.");
  }

  private void show() {
    String query = field.getText();
    if (query.isBlank()) {
      rows(library.entries().stream().<ShelfRow>map(ShelfRow.Book::new).toList());
      int books = library.entries().size();
      count.setText(
          read ? books == 0 ? "No runbook" : BookWords.count(books, "runbook") : "Runbooks");
      return;
    }
    RunbookSearch with = search;
    FxFutures.deliver(
        CompletableFuture.supplyAsync(() -> with.find(query), SEARCHERS),
        hits -> {
          if (query.equals(field.getText())) {
            found(hits);
          }
        },
        failure -> count.setText("The search failed: " + FxFutures.message(failure)));
  }

  private void found(List<RunbookSearch.Hit> hits) {
    List<ShelfRow> rows = new ArrayList<>();
    String before = "";
    int books = 0;
    for (RunbookSearch.Hit hit : hits) {
      String key = hit.text().entry().key();
      books += key.equals(before) ? 0 : 1;
      rows.add(new ShelfRow.Found(hit, !key.equals(before)));
      before = key;
    }
    count.setText(
        rows.isEmpty()
            ? "Nothing found"
            : BookWords.count(rows.size(), "line") + " in " + BookWords.count(books, "runbook"));
    if (read && !library.entries().isEmpty()) {
      empty.setText("No line of any runbook has all of these words. Esc clears the search.");
    }
    rows(rows);
  }

  private void rows(List<ShelfRow> rows) {
    if (rows.equals(list.getItems())) {
      list.refresh();
      return;
    }
    ShelfRow before = list.getSelectionModel().getSelectedItem();
    list.getItems().setAll(rows);
    int at = before == null ? 0 : Math.max(0, rows.indexOf(before));
    if (!rows.isEmpty()) {
      list.getSelectionModel().clearAndSelect(at);
    }
  }

  void focusField() {
    field.requestFocus();
    field.selectAll();
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  TextField field() {
    return field;
  }

  ListView<ShelfRow> list() {
    return list;
  }

  String countText() {
    return count.getText();
  }

  String emptyText() {
    return empty.getText();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
