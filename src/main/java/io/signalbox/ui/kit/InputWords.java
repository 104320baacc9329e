package io.signalbox.ui.kit;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Signal;
import java.time.Instant;

/** An input's name and value in words. Pure. */
public final class InputWords {
  private InputWords() {}

  /** The name on screen of an input's key. */
  public static String name(String key) {
    return switch (key) {
      case "github" -> "GitHub";
      case "busy" -> "GitHub busy";
      case "scrape" -> "scrape";
      default -> Signal.ofKey(key).map(Signal::word).orElse(key);
    };
  }

  /** The value; a dash where nothing is known, never a zero. */
  public static String value(Input input, Instant now) {
    if (input.state() == InputState.NOT_MEASURED) {
      return "not measured";
    }
    Double number = input.number();
    String text = input.text();
    if (input.key().equals(Signal.LAST_CHECK_IN.key()) && number != null) {
      return Ages.since(Instant.ofEpochSecond(number.longValue()), now) + " ago";
    }
    if (text != null) {
      return text;
    }
    if (number == null) {
      return "–";
    }
    String unit = Signal.ofKey(input.key()).map(Signal::unit).orElse("");
    return number(number) + (unit.isEmpty() ? "" : "\u00a0" + unit);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : "%.1f".formatted(value);
  }
}
