package io.signalbox.notice;

import java.util.function.Consumer;

/** Shows notices outside the window. Safe on every thread. */
public interface Notifier {
  /** Shows none and says nothing of it: for windows that nobody sits before. */
  Notifier NONE =
      new Notifier() {
        @Override
        public String whyNot() {
          return "";
        }

        @Override
        public void show(Notice notice, Consumer<String> after) {
          after.accept("");
        }
      };

  /** Why there are no notices on this system and what would help; empty where there are. */
  String whyNot();

  /**
   * Hands a notice out and returns at once.
   *
   * @param after is told, on any thread, why it was not shown; empty words when it was
   */
  void show(Notice notice, Consumer<String> after);
}
