package io.signalbox.remote;

/** Takes the bytes of a stream as they come; must return soon, for it holds up the sender. */
@FunctionalInterface
public interface ByteSink {
  /** The next bytes; the array is used again afterwards. */
  void bytes(byte[] chunk, int offset, int length);
}
