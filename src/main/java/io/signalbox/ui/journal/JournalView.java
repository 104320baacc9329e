package io.signalbox.ui.journal;

import io.signalbox.action.ActionRun;
import io.signalbox.journal.ExportForm;
import io.signalbox.journal.JournalDoor;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalLink;
import io.signalbox.journal.JournalPicture;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.JournalBridge;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The journal, newest first: filtered, read in full, exported. FX thread only. */
public final class JournalView extends BorderPane implements AutoCloseable {
  /** Up to here filtering is too short to be noticed; more is filtered in the background. */
  private static final int AT_ONCE = 2000;

  private static final double CELL = 54;

  private final Live live;
  private final JournalDoor door;
  private final JournalBridge bridge;
  private final RunFeed runs;
  private final Subscriptions subscriptions = new Subscriptions();
  private final JournalBar bar = new JournalBar(this::filter, this::export);
  private final VBox open = Parts.column(6);
  private final Label trouble = Parts.paragraph("", "journal-trouble");
  private final Label note = Parts.paragraph("", "journal-note");
  private final ListView<JournalEntry> list = new ListView<>();
  private final Label empty = Parts.paragraph("", "empty-text");
  private final JournalDetail detail;
  private long asked;

  /** Follows the journal; what runs in this window now is not called unfinished. */
  public JournalView(Live live, JournalDoor door, JournalBridge bridge, RunFeed runs) {
    this.live = live;
    this.door = door;
    this.bridge = bridge;
    this.runs = runs;
    getStyleClass().add("journal");
    detail = new JournalDetail(live, this::reveal, this::closeDetail);
    list.getStyleClass().addAll("alert-list", "journal-list");
    list.setFixedCellSize(CELL);
    list.setCellFactory(_ -> new JournalCell(live, this::unfinished));
    list.setPlaceholder(empty);
    list.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    bar.text().addEventHandler(KeyEvent.KEY_PRESSED, this::onTextKey);
    empty.setMaxWidth(460);
    open.getStyleClass().add("journal-open");
    Parts.visible(note, false);
    setTop(new VBox(bar, trouble, open, note));
    setCenter(list);
    subscriptions.on(bridge.picture(), this::onPicture);
    subscriptions.on(runs.runs(), _ -> showOpen());
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) {
      list.getFocusModel().focus(0);
    }
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    bar.text().requestFocus();
    bar.text().selectAll();
  }

  /** Jumps to the entry that a link names, or says that there is none. */
  public void open(JournalLink link) {
    bar.clear();
    link.in(picture().entries())
        .ifPresentOrElse(
            this::reveal,
            () ->
                say(
                    "No entry "
                        + link.seq()
                        + " with a hash that begins with "
                        + link.hash8()
                        + " is in this journal."));
  }

  private JournalPicture picture() {
    return bridge.picture().get();
  }

  private void onPicture(JournalPicture now) {
    bar.offer(now.entries());
    trouble.setText(now.ok() || !now.read() ? "" : now.explanation());
    Parts.visible(trouble, !trouble.getText().isEmpty());
    showOpen();
    filter();
  }

  private void showOpen() {
    Set<String> running =
        runs.runs().get().stream()
            .filter(run -> !run.verdict().ended())
            .map(ActionRun::id)
            .collect(Collectors.toSet());
    List<JournalEntry> wanted =
        picture().unfinished().stream().filter(e -> !running.contains(e.actionId())).toList();
    List<String> shown =
        open.getChildren().stream().map(row -> ((UnfinishedRow) row).actionId()).toList();
    if (!shown.equals(wanted.stream().map(JournalEntry::actionId).toList())) {
      open.getChildren()
          .setAll(wanted.stream().map(e -> new UnfinishedRow(door, e, this::reveal)).toList());
    }
    Parts.visible(open, !wanted.isEmpty());
  }

  private boolean unfinished(JournalEntry entry) {
    return picture().unfinished().contains(entry);
  }

  private void filter() {
    List<JournalEntry> all = picture().entries();
    JournalFilter filter = bar.filter();
    var link = JournalLink.parse(filter.text());
    if (link.isPresent()) {
      open(link.get());
      return;
    }
    long mine = ++asked;
    Instant now = live.now();
    if (all.size() <= AT_ONCE) {
      show(filter.apply(all, now), all.size());
      return;
    }
    FxFutures.deliver(
        CompletableFuture.supplyAsync(() -> filter.apply(all, now)),
        shown -> {
          if (mine == asked) {
            show(shown, all.size());
          }
        },
        why -> say("The journal could not be filtered: " + FxFutures.message(why)));
  }

  private void show(List<JournalEntry> shown, int all) {
    bar.count(shown.size(), all, picture().read());
    if (!shown.equals(list.getItems())) {
      JournalEntry selected = list.getSelectionModel().getSelectedItem();
      list.getItems().setAll(shown);
      if (selected != null && shown.contains(selected)) {
        list.getSelectionModel().select(selected);
      }
    } else {
      list.refresh();
    }
    empty.setText(
        all > 0
            ? "No entry matches. Esc in the filter clears it."
            : picture().read()
                ? "Nothing is on record yet. Every plan, permit, step and outcome will be."
                : "The journal is being read.");
  }

  private void onSelected(JournalEntry entry) {
    if (entry != null) {
      detail.show(entry, picture());
      setRight(detail);
    }
  }

  private void reveal(JournalEntry entry) {
    if (!list.getItems().contains(entry)) {
      bar.clear();
    }
    say("");
    list.getSelectionModel().select(entry);
    list.scrollTo(entry);
    onSelected(entry);
    list.requestFocus();
  }

  private void closeDetail() {
    setRight(null);
    list.requestFocus();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && getRight() != null) {
      closeDetail();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      onSelected(list.getSelectionModel().getSelectedItem());
      event.consume();
    }
  }

  private void onTextKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !bar.text().getText().isEmpty()) {
      bar.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      requestFocus();
      event.consume();
    }
  }

  private void export(ExportForm form) {
    List<JournalEntry> entries = List.copyOf(list.getItems());
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export " + entries.size() + " entries");
    String stamp = live.now().toString().replaceAll("[^0-9]", "").substring(0, 14);
    chooser.setInitialFileName("journal-export-" + stamp + "." + form.suffix());
    File chosen = chooser.showSaveDialog(getScene() == null ? null : getScene().getWindow());
    if (chosen != null) {
      export(form, entries, chosen);
    }
  }

  /** Writes in the background and says where. */
  void export(ExportForm form, List<JournalEntry> entries, File file) {
    say("Writing " + entries.size() + " entries to " + file + " …");
    FxFutures.deliver(
        door.export(entries, form, file.toPath()),
        done -> say(entries.size() + " entries are in " + done + "."),
        why -> say(FxFutures.message(why)));
  }

  private void say(String text) {
    note.setText(text);
    Parts.visible(note, !text.isEmpty());
  }

  /** Types these words into the filter. */
  public void search(String words) {
    bar.text().setText(words);
  }

  /** What is shown, newest first. */
  public List<JournalEntry> shown() {
    return List.copyOf(list.getItems());
  }

  /** The entry whose details are shown, null for none. */
  public @Nullable JournalEntry selected() {
    return list.getSelectionModel().getSelectedItem();
  }

  /** The sentences about actions without a known outcome. */
  public List<String> unfinishedTexts() {
    return open.getChildren().stream().map(row -> ((UnfinishedRow) row).words()).toList();
  }

  /** Records what was found about the first of them, as its field and button do. */
  public void recordFirst(String what) {
    ((UnfinishedRow) open.getChildren().getFirst()).record(what);
  }

  /** What is said about the last export or jump. */
  public String noteText() {
    return note.getText();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
