package io.signalbox.interlock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a plan beside its draft.
 *
 * @param overrides the rules to set aside
 * @param approved a plan that a second person was asked to approve: where the same would be done on
 *     the same rulings, the new plan is that very one, so what was signed for it holds; null where
 *     nobody was asked
 */
public record Asking(List<RuleOverride> overrides, @Nullable Plan approved) {
  /** Nothing but the draft. */
  public static final Asking PLAIN = new Asking(List.of(), null);

  /** Copies the list. */
  public Asking {
    overrides = List.copyOf(overrides);
  }

  /** With these rules set aside. */
  public static Asking overriding(List<RuleOverride> overrides) {
    return new Asking(overrides, null);
  }
}
