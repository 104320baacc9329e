package io.signalbox.ui.rollback;

import java.util.HashMap;
import java.util.Map;

/** What the operator opened and closed; what they did not touch is as the tree thinks best. */
final class Folds {
  private final Map<String, Boolean> chosen = new HashMap<>();

  /** Whether it is open. */
  boolean open(String key, boolean otherwise) {
    return chosen.getOrDefault(key, otherwise);
  }

  /** Opens or closes it from now on. */
  void set(String key, boolean open) {
    chosen.put(key, open);
  }
}
