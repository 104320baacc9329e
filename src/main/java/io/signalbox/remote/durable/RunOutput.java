package io.signalbox.remote.durable;

/** Takes what a followed run writes, each byte once and in order; must return soon. */
public interface RunOutput {
  /** The next bytes of the log. */
  void bytes(byte[] chunk, int offset, int length);

  /** The next bytes of what the proof wrote. */
  void verify(byte[] chunk, int offset, int length);

  /** True where the run's events are wanted too, the file {@code events} in its folder. */
  default boolean wantsEvents() {
    return false;
  }

  /** The next bytes of the events. */
  default void events(byte[] chunk, int offset, int length) {}

  /** The host answers, whether or not there is output. */
  void alive();

  /** The line broke, or is back: words for the operator. */
  void notice(String words);
}
