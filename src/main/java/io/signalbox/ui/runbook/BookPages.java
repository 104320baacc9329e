package io.signalbox.ui.runbook;

import io.signalbox.runbook.Block;
import io.signalbox.runbook.LinkTarget;
import io.signalbox.runbook.Step;
import io.signalbox.ui.kit.OutputView;
import io.signalbox.ui.kit.Parts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The pieces of the open book as the flow wants them; the first one is its intro. */
final class BookPages implements BlockFlow.Source {
  private static final double COLUMN = 720;
  private static final double LARGE_COLUMN = 960;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Workbench bench;
  private final OpenBook book;
  private final List<Piece> pieces;
  private final PieceNodes nodes;
  private final Supplier<OutputView> outputs;
  private final Map<Integer, StepCard> cards = new HashMap<>();
  private boolean large;

  BookPages(
      Workbench bench,
      OpenBook book,
      List<Piece> pieces,
      Consumer<LinkTarget> follow,
      Supplier<OutputView> outputs) {
    this.bench = bench;
    this.book = book;
    this.outputs = outputs;
    this.pieces = pieces;
    nodes = new PieceNodes(follow, this::step);
  }

  @Override
  public int size() {
    return pieces.size() + 1;
  }

  @Override
  public double estimate(int index, double width) {
    return index == 0 ? 140 : pieces.get(index - 1).estimate(width);
  }

  @Override
  public double width(int index, double room) {
    boolean wide = large && index > 0 && current(index);
    return Math.min(wide ? LARGE_COLUMN : COLUMN, room);
  }

  private boolean current(int index) {
    return pieces.get(index - 1).block() instanceof Block.Fence(var step)
        && step.number() == book.focused();
  }

  @Override
  public Region node(int index) {
    Region node =
        index == 0
            ? new VBox(new BookIntro(book.runbook(), book.entry().folder(), bench.live().now()))
            : nodes.of(pieces.get(index - 1));
    node.getStyleClass().add("piece");
    node.pseudoClassStateChanged(CURRENT, index > 0 && current(index));
    node.setUserData(index);
    return node;
  }

  private Region step(Step step) {
    if (!StepCard.worked(step)) {
      return shown(step);
    }
    StepCard card = new StepCard(bench, book, step, outputs);
    card.large(large && step.number() == book.focused());
    cards.put(step.number(), card);
    return card;
  }

  /** A block that is read, not run. */
  private static Region shown(Step step) {
    CodeBox box = new CodeBox(CodeText.of(step.text(), step.language(), List.of()));
    box.show(Map.of());
    VBox shown = Parts.column(4);
    String language = step.language().isEmpty() ? "" : step.language() + ", ";
    shown.getChildren().addAll(Parts.label(language + "shown, not run", "caption"), box);
    if (!step.expected().isBlank()) {
      shown.getChildren().add(Parts.paragraph("Expected: " + step.expected().strip(), "secondary"));
    }
    return shown;
  }

  @Override
  public void gone(Region node) {
    if (node.getUserData() instanceof Integer index
        && index > 0
        && pieces.get(index - 1).block() instanceof Block.Fence(var step)) {
      StepCard card = cards.remove(step.number());
      if (card != null) {
        card.close();
      }
    }
  }

  /** The step in focus is another, or its size is. */
  void mark(boolean nowLarge) {
    large = nowLarge;
    cards.forEach(
        (number, card) -> {
          boolean current = number == book.focused();
          card.large(large && current);
          for (javafx.scene.Parent at = card; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("piece")) {
              at.pseudoClassStateChanged(CURRENT, current);
              break;
            }
          }
        });
  }

  /** Its card while it is in sight, else null. */
  @Nullable StepCard card(int number) {
    return cards.get(number);
  }

  int ofStep(int number) {
    return Pieces.ofStep(pieces, number) + 1;
  }

  int ofLine(int line) {
    return line <= 1 ? 0 : Pieces.ofLine(pieces, line) + 1;
  }

  /** -1 for an anchor that no heading has. */
  int ofAnchor(String anchor) {
    int found = Pieces.ofAnchor(pieces, anchor);
    return found < 0 ? -1 : found + 1;
  }
}
