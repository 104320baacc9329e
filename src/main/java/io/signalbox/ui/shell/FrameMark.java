package io.signalbox.ui.shell;

/**
 * A word that frames the window in every state, e.g. {@code DEMO}.
 *
 * @param word upper case; empty for none
 * @param striped a striped band, for anything that is not the real environment
 */
public record FrameMark(String word, boolean striped) {
  /** The real thing: nothing but the environment's own band. */
  public static final FrameMark NONE = new FrameMark("", false);
}
