package io.signalbox.ui.kit;

import io.signalbox.ui.theme.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/** What a colour means; each is a style class of the same name and a set of tokens. */
public enum Tone {
  QUIET(Token.FG_MUTED, Token.BG_RAISED),
  OK(Token.SUCCESS_FG, Token.SUCCESS_SUBTLE),
  ACCENT(Token.ACCENT_FG, Token.ACCENT_SUBTLE),
  ATTENTION(Token.ATTENTION_FG, Token.ATTENTION_SUBTLE),
  DANGER(Token.DANGER_FG, Token.DANGER_SUBTLE),
  UNKNOWN(Token.DONE_FG, Token.DONE_SUBTLE);

  private static final List<String> CLASSES =
      Arrays.stream(values()).map(Tone::styleClass).toList();

  private final Token foreground;
  private final Token background;

  Tone(Token foreground, Token background) {
    this.foreground = foreground;
    this.background = background;
  }

  /** Text and signs. */
  public Token foreground() {
    return foreground;
  }

  /** A quiet fill behind them. */
  public Token background() {
    return background;
  }

  /** The style class. */
  public String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }

  /** Gives a node this tone and takes away any other. */
  public static void apply(Node node, Tone tone) {
    if (!node.getStyleClass().contains(tone.styleClass())) {
      node.getStyleClass().removeAll(CLASSES);
      node.getStyleClass().add(tone.styleClass());
    }
  }
}
