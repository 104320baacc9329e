package io.signalbox.ui.runbook;

import io.signalbox.runbook.Heading;
import io.signalbox.runbook.LinkTarget;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.OutputView;
import io.signalbox.ui.kit.Parts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One runbook: outline on the left, the text with its steps on the right. FX thread only. */
final class Reader extends VBox implements AutoCloseable {
  private static final int AT_ONCE = 400;
  private static final Executor CUTTERS =
      task -> Thread.ofVirtual().name("runbook-pieces").start(task);
  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

  private final Workbench bench;
  private final Consumer<LinkTarget> elsewhere;
  private final Supplier<OutputView> outputs;
  private final Label title = Parts.name("", "reader-title");
  private final Label done = Parts.label("", "secondary");
  private final Button pause;
  private final ToggleButton largeType = new ToggleButton("Large type");
  private final ReaderStrips strips;
  private final OutlineList outline;
  private final StackPane page = new StackPane();
  private Subscriptions following = new Subscriptions();
  private @Nullable OpenBook book;
  private @Nullable OpenBook drawnBook;
  private @Nullable Runnable jump;
  private int drawn = -1;
  private @Nullable BookPages pages;
  private @Nullable BlockFlow flow;

  /**
   * Shows nothing yet.
   *
   * @param elsewhere is asked to follow links to other runbooks
   */
  Reader(
      Workbench bench,
      Consumer<URI> browser,
      Runnable back,
      Consumer<LinkTarget> elsewhere,
      Supplier<OutputView> outputs) {
    this.bench = bench;
    this.elsewhere = elsewhere;
    this.outputs = outputs;
    getStyleClass().add("reader");
    strips = new ReaderStrips(bench, browser);
    outline = new OutlineList(bench, this::jump);
    pause = Parts.button("Pause", this::pause, "small", "flat-button");
    largeType.getStyleClass().add("chip-button");
    largeType.setFocusTraversable(false);
    Parts.tip(largeType, "The step in focus large enough to read while on the phone  (F)");
    largeType.setOnAction(_ -> large(largeType.isSelected()));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    for (Label label : List.of(done)) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    HBox bar =
        Parts.row(
            12,
            Parts.iconButton("mdi2a-arrow-left", "Back  (Alt+Left)", back),
            title,
            done,
            pause,
            largeType);
    bar.getStyleClass().add("view-toolbar");
    HBox.setHgrow(page, Priority.ALWAYS);
    page.getStyleClass().add("reader-page");
    VBox right = Parts.column(0, strips, page);
    VBox.setVgrow(page, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    HBox body = new HBox(outline, right);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(bar, body);
    new ReaderKeys(this).install();
  }

  /** Opens a book where it was left, or at this piece. */
  void show(OpenBook next) {
    following.close();
    following = new Subscriptions();
    book = next;
    drawn = -1;
    jump = null;
    following.on(next.version(), _ -> onChange());
    following.on(bench.feed().runs(), _ -> outline.refresh());
  }

  private void onChange() {
    OpenBook shown = book;
    if (shown == null) {
      return;
    }
    if (shown.text() != drawn) {
      drawn = shown.text();
      draw(shown);
    }
    title.setText(shown.runbook().title());
    done.setText(BookWords.done(shown.runbook(), shown.progress()));
    pause.setText(shown.progress().paused() ? "Take up again" : "Pause");
    outline.show(shown);
    strips.refresh(shown);
    if (pages != null) {
      pages.mark(largeType.isSelected());
    }
    if (flow != null) {
      flow.requestLayout();
    }
  }

  /** A long one is cut into pieces on another thread. */
  private void draw(OpenBook shown) {
    Runbook runbook = shown.runbook();
    if (runbook.blocks().size() <= AT_ONCE) {
      draw(shown, Pieces.of(runbook));
      return;
    }
    clear();
    page.getChildren().setAll(Parts.label("Laying out a long runbook.", "secondary"));
    int text = shown.text();
    FxFutures.deliver(
        CompletableFuture.supplyAsync(() -> Pieces.of(runbook), CUTTERS),
        pieces -> {
          if (shown.equals(book) && text == drawn) {
            draw(shown, pieces);
          }
        },
        failure -> strips.say(shown, "It cannot be laid out: " + FxFutures.message(failure)));
  }

  private void draw(OpenBook shown, List<Piece> pieces) {
    int at = flow != null && shown.equals(drawnBook) ? flow.top() : 0;
    drawnBook = shown;
    clear();
    BookPages now = new BookPages(bench, shown, pieces, this::follow, outputs);
    BlockFlow column = new BlockFlow(now);
    column.setFocusTraversable(true);
    column.setAccessibleText(shown.runbook().title());
    pages = now;
    flow = column;
    page.getChildren().setAll(column);
    column.reset(Math.min(at, now.size() - 1));
    now.mark(largeType.isSelected());
    Runnable waiting = jump;
    jump = null;
    if (waiting != null) {
      waiting.run();
      column.requestFocus();
    }
  }

  private void clear() {
    BlockFlow before = flow;
    if (before != null) {
      before.clear();
    }
    flow = null;
    pages = null;
  }

  /** Now, or once it is laid out. */
  private void whenDrawn(Runnable then) {
    if (flow == null) {
      jump = then;
    } else {
      then.run();
    }
  }

  private void follow(LinkTarget target) {
    OpenBook shown = book;
    if (shown == null) {
      return;
    }
    switch (target.kind()) {
      case WEB -> strips.ask(shown, Optional.of(target));
      case HEADING -> toAnchor(target.anchor());
      case RUNBOOK -> elsewhere.accept(target);
      case FILE ->
          strips.say(
              shown,
              "A file beside the runbook, not opened here: "
                  + target.path()
                  + " in "
                  + shown.entry().folder());
      case UNAVAILABLE ->
          strips.say(shown, "Unavailable: " + target.why() + " (" + target.written() + ")");
    }
  }

  /** Says something above the text. */
  void say(String words) {
    if (book != null) {
      strips.say(book, words);
    }
  }

  void toAnchor(String anchor) {
    whenDrawn(() -> showAnchor(anchor));
  }

  private void showAnchor(String anchor) {
    if (pages != null && flow != null) {
      int at = anchor.isEmpty() ? 0 : pages.ofAnchor(anchor);
      if (at >= 0) {
        flow.reveal(at);
      } else {
        say("No heading of this runbook is called #" + anchor + ".");
      }
    }
  }

  void toLine(int line) {
    whenDrawn(
        () -> {
          if (pages != null && flow != null) {
            flow.reveal(pages.ofLine(line));
          }
        });
  }

  /** Puts this piece at the upper edge. */
  void toPiece(int index) {
    whenDrawn(
        () -> {
          if (flow != null) {
            flow.reveal(index);
          }
        });
  }

  /** Puts a step into focus, in sight. */
  void toStep(int number) {
    whenDrawn(() -> showStep(number));
  }

  private void showStep(int number) {
    if (book != null && pages != null && flow != null) {
      book.focus(number);
      flow.ensure(pages.ofStep(number));
    }
  }

  private void jump(OutlineList.Row row) {
    switch (row) {
      case OutlineList.Row.Head(Heading heading) -> toAnchor(heading.anchor());
      case OutlineList.Row.Of(Step step, _) -> toStep(step.number());
    }
    requestFocus();
  }

  /** The step after or before the one in focus. */
  void step(int by) {
    OpenBook shown = book;
    if (shown == null) {
      return;
    }
    List<Step> steps = shown.runbook().steps().stream().filter(StepCard::worked).toList();
    if (steps.isEmpty()) {
      return;
    }
    int at = -1;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).number() == shown.focused()) {
        at = i;
      }
    }
    int next = at < 0 ? (by > 0 ? 0 : steps.size() - 1) : Math.clamp(at + by, 0, steps.size() - 1);
    toStep(steps.get(next).number());
  }

  /** Runs or plans the step in focus. */
  void press() {
    focusedStep().ifPresent(step -> bench.press(shownBook(), step));
  }

  void skip() {
    focusedCard().ifPresent(card -> card.buttons().askReason());
  }

  void fields() {
    focusedCard().ifPresent(card -> card.form().focusFirst());
  }

  void pause() {
    if (book != null) {
      bench.pause(book);
    }
  }

  /** The focused step in large type, or as the others. */
  void large(boolean now) {
    largeType.setSelected(now);
    pseudoClassStateChanged(LARGE, now);
    if (pages != null && flow != null && book != null) {
      if (now && book.focused() == 0) {
        step(1);
      }
      pages.mark(now);
      flow.reveal(pages.ofStep(book.focused()));
    }
  }

  boolean isLarge() {
    return largeType.isSelected();
  }

  /** True when something was taken away. */
  boolean dismiss() {
    return book != null && strips.dismiss(book);
  }

  private OpenBook shownBook() {
    OpenBook shown = book;
    if (shown == null) {
      throw new IllegalStateException("no runbook is open");
    }
    return shown;
  }

  private Optional<Step> focusedStep() {
    return book == null ? Optional.empty() : book.runbook().step(book.focused());
  }

  private Optional<StepCard> focusedCard() {
    return focusedStep()
        .flatMap(step -> Optional.ofNullable(pages).map(all -> all.card(step.number())));
  }

  @Nullable BlockFlow flow() {
    return flow;
  }

  @Nullable OpenBook book() {
    return book;
  }

  OutlineList outline() {
    return outline;
  }

  ReaderStrips strips() {
    return strips;
  }

  @Override
  public void requestFocus() {
    if (flow != null) {
      flow.requestFocus();
    }
  }

  @Override
  public void close() {
    following.close();
    clear();
  }
}
