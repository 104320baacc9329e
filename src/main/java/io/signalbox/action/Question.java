package io.signalbox.action;

import java.util.List;

/**
 * What a running action asks before it goes on; it stands still until one of the choices is made.
 *
 * @param id unique within the run
 * @param words what happened, and what is so by now
 */
public record Question(String id, String words, List<Choice> choices) {
  /** Goes on as planned. */
  public static final String GO_ON = "go-on";

  /** Takes back what was changed. */
  public static final String UNDO = "undo";

  /** Leaves everything as it is. */
  public static final String STOP = "stop";

  /**
   * One answer.
   *
   * @param id stable, e.g. {@code go-on}
   * @param label verb and noun for a button
   */
  public record Choice(String id, String label) {}

  /** Copies the choices; there is at least one. */
  public Question {
    choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("a question needs a choice");
    }
  }

  /** True when this is one of the answers. */
  boolean offers(String choice) {
    return choices.stream().anyMatch(one -> one.id().equals(choice));
  }
}
