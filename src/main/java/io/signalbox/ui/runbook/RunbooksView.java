package io.signalbox.ui.runbook;

import io.signalbox.model.AlertInstance;
import io.signalbox.runbook.AlertRunbooks;
import io.signalbox.runbook.LinkTarget;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.OutputView;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Runbooks to read and to work through: the shelf with its search, and the open one in its place.
 * Files are read on other threads. FX thread only.
 */
public final class RunbooksView extends StackPane implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final Live live;
  private final RunbookDoor door;
  private final Workbench bench;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Shelf shelf;
  private final Preview preview;
  private final VBox note = Parts.column(0);
  private final VBox library;
  private final Reader reader;
  private final Deque<Place> before = new ArrayDeque<>();
  private RunbookLibrary books = RunbookLibrary.EMPTY;
  private boolean read;
  private String noteWords = "";
  private @Nullable Runnable waiting;
  private Instant looked = Instant.EPOCH;

  private record Place(String key, int top) {}

  /** Where links lead, and what output is shown with. */
  public record Tools(Consumer<URI> browser, Supplier<OutputView> outputs) {}

  /** Begins to read the runbooks at once, on another thread. */
  public RunbooksView(Live live, RunbookDoor door, StepDesk desk, RunFeed feed, Tools tools) {
    this.live = live;
    this.door = door;
    getStyleClass().add("runbooks");
    bench = new Workbench(door, desk, feed, live);
    preview = new Preview(live, this::open);
    shelf = new Shelf(live, row -> preview.show(row.entry()), this::openRow);
    reader = new Reader(bench, tools.browser(), this::back, this::follow, tools.outputs());
    HBox.setHgrow(preview, Priority.ALWAYS);
    HBox both = new HBox(shelf, preview);
    VBox.setVgrow(both, Priority.ALWAYS);
    note.getStyleClass().add("shelf-note");
    Parts.visible(note, false);
    library = new VBox(note, both);
    getChildren().setAll(library);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    subscriptions.on(live.clock().nowProperty(), _ -> lookAgain());
    refresh();
  }

  private void onKey(KeyEvent event) {
    if (reading()
        && ((event.isAltDown() && event.getCode() == KeyCode.LEFT)
            || event.getCode() == KeyCode.ESCAPE)) {
      back();
      event.consume();
    }
  }

  /** Reads all of them again. */
  public void refresh() {
    FxFutures.deliver(
        door.library(),
        now -> {
          books = now;
          read = true;
          shelf.show(now, door.profile().runbooks().folders().size());
          if (now.entries().isEmpty()) {
            preview.empty(shelf.emptyText());
          }
          Runnable opening = waiting;
          waiting = null;
          if (opening != null) {
            opening.run();
          }
        },
        failure -> shelf.failed(FxFutures.message(failure)));
  }

  /** The open file is looked at every few seconds: an edited one has to be read again. */
  private void lookAgain() {
    OpenBook book = reader.book();
    boolean due = Duration.between(looked, live.now()).compareTo(LOOK_AGAIN) >= 0;
    if (reading() && book != null && due && getScene() != null) {
      looked = live.now();
      bench.refresh(book);
    }
  }

  /** What there is, for those who offer it; empty until it was read. */
  public RunbookLibrary library() {
    return books;
  }

  /** Opens a runbook once they are read; says so where there is none of this name. */
  public void open(Opening opening) {
    if (!read) {
      waiting = () -> open(opening);
      return;
    }
    Optional<RunbookLibrary.Entry> entry =
        books.entry(opening.file()).or(() -> books.called(opening.file()));
    entry.ifPresentOrElse(
        found -> show(found, opening),
        () ->
            missing(
                "No runbook "
                    + opening.file()
                    + " is among the "
                    + books.entries().size()
                    + " here. "
                    + opening.cause()));
  }

  /** Opens the runbook that an alert leads to, at its first diagnostic step. */
  public void open(AlertInstance alert) {
    if (!read) {
      waiting = () -> open(alert);
      return;
    }
    Optional<AlertRunbooks.Found> found =
        AlertRunbooks.find(
            alert,
            door.profile(),
            books.entries().stream().map(entry -> entry.runbook().path()).toList());
    found.ifPresentOrElse(
        one ->
            open(
                new Opening(
                    one.path(),
                    "",
                    "Opened for the alert " + alert.name() + ", by " + one.why() + ".",
                    alert.labels(),
                    "")),
        () ->
            missing(
                "No runbook for the alert "
                    + alert.name()
                    + ": neither its runbook_url nor the profile's table (runbooks: byAlert) leads"
                    + " to one of the "
                    + books.entries().size()
                    + " here."));
  }

  private void missing(String words) {
    showLibrary();
    noteWords = words;
    note.getChildren().setAll(StepCard.line(Glyph.QUESTION, Tone.UNKNOWN, words, "body"));
    Parts.visible(note, true);
  }

  private void openRow(ShelfRow row) {
    show(row.entry(), Opening.of(row.entry().key()));
    if (row instanceof ShelfRow.Found found && found.hit().text().line() > 1) {
      reader.toLine(found.hit().text().line());
    }
  }

  private void show(RunbookLibrary.Entry entry, Opening opening) {
    remember();
    OpenBook book = bench.open(entry);
    boolean led = !opening.cause().isEmpty();
    if (led) {
      book.because(opening.cause(), opening.labels(), opening.runner());
    }
    Parts.visible(note, false);
    getChildren().setAll(reader);
    reader.show(book);
    if (!opening.anchor().isEmpty()) {
      reader.toAnchor(opening.anchor());
    } else if (led) {
      entry.runbook().firstDiagnostic().ifPresent(step -> reader.toStep(step.number()));
    }
    reader.requestFocus();
  }

  private void remember() {
    OpenBook book = reader.book();
    BlockFlow flow = reader.flow();
    if (reading() && book != null && flow != null) {
      before.push(new Place(book.entry().key(), flow.top()));
    }
  }

  private void follow(LinkTarget target) {
    OpenBook from = reader.book();
    if (from == null) {
      return;
    }
    books
        .linked(from.entry(), target)
        .ifPresentOrElse(
            entry -> show(entry, Opening.at(entry.key(), target.anchor())),
            () -> reader.say("Unavailable: " + target.path() + " is not among the runbooks here."));
  }

  /** To where one was before: another runbook, else the shelf. */
  public void back() {
    Place place = before.poll();
    Optional<RunbookLibrary.Entry> entry =
        place == null ? Optional.empty() : books.entry(place.key());
    if (place == null || entry.isEmpty()) {
      showLibrary();
      shelf.requestFocus();
      return;
    }
    reader.show(bench.open(entry.get()));
    reader.toPiece(place.top());
    reader.requestFocus();
  }

  private void showLibrary() {
    before.clear();
    getChildren().setAll(library);
  }

  /** True while a runbook is open. */
  public boolean reading() {
    return getChildren().contains(reader);
  }

  /** Puts the cursor into the search. */
  public void focusFilter() {
    if (reading()) {
      remember();
      getChildren().setAll(library);
    }
    shelf.focusField();
  }

  @Override
  public void requestFocus() {
    if (reading()) {
      reader.requestFocus();
    } else {
      shelf.requestFocus();
    }
  }

  Shelf shelf() {
    return shelf;
  }

  Reader reader() {
    return reader;
  }

  Workbench bench() {
    return bench;
  }

  String noteText() {
    return note.isVisible() ? noteWords : "";
  }

  @Override
  public void close() {
    subscriptions.close();
    shelf.close();
    reader.close();
    bench.close();
  }
}
