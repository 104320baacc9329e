package io.signalbox.runbook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author declares in a fence's info string, behind the language.
 *
 * @param targets hosts or runners by their names in the profile; several are one pane each
 * @param needs numbers of steps that have to have ended well before
 * @param danger what it is declared to be; it can only raise what is judged
 */
public record Declared(
    List<String> targets,
    @Nullable Verify verify,
    List<Integer> needs,
    @Nullable Duration timeout,
    @Nullable Danger danger) {
  /** Nothing is declared. */
  public static final Declared NOTHING = new Declared(List.of(), null, List.of(), null, null);

  /** Copies the lists. */
  public Declared {
    targets = List.copyOf(targets);
    needs = List.copyOf(needs);
  }
}
