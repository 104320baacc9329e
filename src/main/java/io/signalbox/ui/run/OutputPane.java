package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.OutputView;
import io.signalbox.ui.kit.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/**
 * A run's output: only the lines in sight are drawn. It can be searched, followed, copied and
 * saved; the search and the saving read on threads of their own. FX thread only.
 */
public final class OutputPane extends VBox implements OutputView {
  private final Subscriptions subscriptions = new Subscriptions();
  private final TextField field = new TextField();
  private final Label count = Parts.label("", "secondary");
  private final Label notice = Parts.label("", "secondary");
  private final ToggleButton follow = new ToggleButton("Follow");
  private final Label placeholder = Parts.label("no output yet", "secondary");
  private volatile String wanted = "";
  private final OutputList list =
      new OutputList(
          () -> wanted,
          placeholder,
          failure -> tell("cannot be read: " + FxFutures.message(failure)));
  private OutputSearch search = new OutputSearch("");
  private boolean searching;
  private boolean found;

  /** Without a line yet. */
  public OutputPane() {
    getStyleClass().add("output-pane");
    list.onLookedBack(() -> follow.setSelected(false));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(bar(), list);
    subscriptions.on(field.textProperty(), this::searchFor);
    subscriptions.on(follow.selectedProperty(), list::follow);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private HBox bar() {
    field.setPromptText("Search the output");
    field.setAccessibleText("Search the output");
    field.getStyleClass().add("output-search");
    follow.setSelected(true);
    follow.setMinWidth(USE_PREF_SIZE);
    follow.getStyleClass().add("chip-button");
    Parts.tip(follow, "Stay at the newest line (End); scrolling up or choosing a line ends it");
    notice.setMinWidth(0);
    notice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(notice, Priority.ALWAYS);
    count.setMinWidth(USE_PREF_SIZE);
    HBox bar =
        Parts.row(
            6,
            field,
            Parts.iconButton("mdi2c-chevron-up", "Previous hit (Shift+Enter)", this::previous),
            Parts.iconButton("mdi2c-chevron-down", "Next hit (Enter)", this::next),
            count,
            notice,
            follow,
            Parts.iconButton(
                "mdi2c-content-copy", "Copy the selected lines (Ctrl+C)", this::copyMarked),
            Parts.iconButton("mdi2c-content-save-outline", "Save as a file", this::chooseFile));
    bar.getStyleClass().add("output-bar");
    return bar;
  }

  @Override
  public Region region() {
    return this;
  }

  @Override
  public void show(List<OutputLine> lines, boolean ended) {
    placeholder.setText(ended ? "no output" : "no output yet");
    int before = list.lines().size();
    if (lines.size() != before) {
      if (lines.size() < before) {
        search = new OutputSearch(wanted);
      }
      list.show(lines);
      look();
    }
  }

  private void onKey(KeyEvent event) {
    boolean inField = field.isFocused();
    boolean handled = true;
    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      field.requestFocus();
      field.selectAll();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C && !inField) {
      copyMarked();
    } else if (event.getCode() == KeyCode.F3 || (inField && event.getCode() == KeyCode.ENTER)) {
      step(event.isShiftDown());
    } else if (inField && event.getCode() == KeyCode.ESCAPE && !wanted.isEmpty()) {
      field.clear();
      list.requestFocus();
    } else if (!inField && event.getCode() == KeyCode.END && !event.isShiftDown()) {
      follow.setSelected(true);
    } else {
      handled = false;
    }
    if (handled) {
      event.consume();
    }
  }

  private void searchFor(String text) {
    wanted = text.toLowerCase(Locale.ROOT);
    search = new OutputSearch(wanted);
    found = false;
    list.refresh();
    look();
  }

  /** Looks through what was not looked through yet, one thread at a time. */
  private void look() {
    tellCount();
    if (searching
        || wanted.isEmpty()
        || search.capped()
        || search.scanned() >= list.lines().size()) {
      return;
    }
    searching = true;
    OutputSearch from = search;
    List<OutputLine> lines = list.lines();
    FxFutures.deliver(
        CompletableFuture.supplyAsync(
            () -> from.extend(lines, () -> !from.wanted().equals(wanted)), OutputReader.THREADS),
        this::looked,
        failure -> {
          searching = false;
          tell("the search failed: " + FxFutures.message(failure));
        });
  }

  private void looked(OutputSearch result) {
    searching = false;
    if (result.wanted().equals(search.wanted())) {
      search = result;
      if (!found && result.count() > 0) {
        found = true;
        go(result.next(Math.max(-1, list.lead() - 1)));
      }
    }
    look();
  }

  private void tellCount() {
    if (wanted.isEmpty()) {
      count.setText("");
      return;
    }
    int at = search.ordinal(list.lead());
    String all = String.format(Locale.ROOT, "%,d", search.count()) + (search.capped() ? "+" : "");
    boolean done = search.capped() || search.scanned() >= list.lines().size();
    count.setText(
        (at < 0 ? "" : String.format(Locale.ROOT, "%,d of ", at + 1))
            + (search.count() == 1 && at < 0 ? "1 line" : all + " lines")
            + (done ? "" : " so far"));
  }

  void next() {
    step(false);
  }

  void previous() {
    step(true);
  }

  private void step(boolean back) {
    int here = list.lead();
    go(back ? search.previous(here) : search.next(here));
  }

  private void go(int line) {
    if (line >= 0) {
      follow.setSelected(false);
      list.choose(line, false);
      list.scrollTo(Math.max(0, line - 4));
      tellCount();
    }
  }

  private void copyMarked() {
    var _ = copy();
  }

  /** Brings the marked lines to the clipboard; completes when they are there, or refused. */
  CompletableFuture<String> copy() {
    List<OutputLine> chosen = list.marked();
    if (chosen.isEmpty()) {
      tell("no line is selected");
      return CompletableFuture.completedFuture("");
    }
    CompletableFuture<String> text =
        CompletableFuture.supplyAsync(() -> OutputExport.text(chosen), OutputReader.THREADS);
    CompletableFuture<String> done = new CompletableFuture<>();
    FxFutures.deliver(
        text,
        read -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(read);
          Clipboard.getSystemClipboard().setContent(content);
          tell(chosen.size() == 1 ? "1 line copied" : chosen.size() + " lines copied");
          done.complete(read);
        },
        failure -> {
          tell("not copied: " + FxFutures.message(failure));
          done.completeExceptionally(failure);
        });
    return done;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save the output");
    chooser.setInitialFileName("output.txt");
    var file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      var _ = save(file.toPath());
    }
  }

  /** Writes all lines that there are now; completes when they are written. */
  CompletableFuture<Integer> save(Path file) {
    List<OutputLine> lines = list.lines();
    CompletableFuture<Integer> done =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                OutputExport.write(file, lines);
                return lines.size();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            OutputReader.THREADS);
    FxFutures.deliver(
        done,
        saved -> tell(saved + " lines saved to " + file),
        failure -> tell("not saved to " + file + ": " + FxFutures.message(failure)));
    return done;
  }

  /** What became of a copy or a saving, and what went wrong. */
  private void tell(String words) {
    notice.setText(words);
    Parts.tip(notice, words);
  }

  TextField field() {
    return field;
  }

  String countText() {
    return count.getText();
  }

  ToggleButton follow() {
    return follow;
  }

  OutputList list() {
    return list;
  }

  @Override
  public void close() {
    wanted = "";
    subscriptions.close();
  }
}
