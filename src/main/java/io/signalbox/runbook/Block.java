package io.signalbox.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a runbook in reading order. All text in it is harmless: no control character, nothing
 * that hides or reorders.
 */
public sealed interface Block {
  /** A heading; the outline has it too. */
  record Title(Heading heading, List<Inline> text) implements Block {
    /** Copies the list. */
    public Title {
      text = List.copyOf(text);
    }
  }

  /** Running text. */
  record Paragraph(List<Inline> text) implements Block {
    /** Copies the list. */
    public Paragraph {
      text = List.copyOf(text);
    }
  }

  /**
   * A list.
   *
   * @param start the first number, null for bullets
   */
  record Items(@Nullable Integer start, List<Item> items) implements Block {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * One entry of a list.
   *
   * @param checked for a task, whether its box is ticked; null where there is no box
   */
  record Item(@Nullable Boolean checked, List<Block> blocks) {
    /** Copies the list. */
    public Item {
      blocks = List.copyOf(blocks);
    }
  }

  /** A quotation or a note. */
  record Quote(List<Block> blocks) implements Block {
    /** Copies the list. */
    public Quote {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A table; rows may be shorter than the header.
   *
   * @param right for each column, whether it is aligned to the right
   */
  record Table(List<List<Inline>> header, List<Boolean> right, List<List<List<Inline>>> rows)
      implements Block {
    /** Copies the lists. */
    public Table {
      header = List.copyOf(header);
      right = List.copyOf(right);
      rows = List.copyOf(rows);
    }
  }

  /** A line across. */
  record Rule() implements Block {}

  /** Code that is indented, not fenced: it is shown and never a step. */
  record Code(String text) implements Block {}

  /** Raw HTML: inert, shown as the text it is. */
  record Html(String text) implements Block {}

  /** A fenced block: {@link Step#number()} finds its state. */
  record Fence(Step step) implements Block {}
}
