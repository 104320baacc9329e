package io.signalbox.ansible;

import java.util.Set;

/**
 * What a task's text says of variables: needed to know which results rest on something that check
 * mode cannot know.
 *
 * @param registers the variable that keeps its result, may be empty
 * @param asks variables its conditions name
 * @param uses variables its arguments name
 * @param sets facts it sets
 * @param alwaysRuns it runs in check mode too ({@code check_mode: false}), so a preview runs it
 * @param rescue it stands in a rescue section
 */
public record TaskTraits(
    String registers,
    Set<String> asks,
    Set<String> uses,
    Set<String> sets,
    boolean alwaysRuns,
    boolean rescue) {
  /** Nothing is known of it. */
  public static final TaskTraits NONE =
      new TaskTraits("", Set.of(), Set.of(), Set.of(), false, false);

  /** Copies the sets. */
  public TaskTraits {
    asks = Set.copyOf(asks);
    uses = Set.copyOf(uses);
    sets = Set.copyOf(sets);
  }
}
