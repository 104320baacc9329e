package io.signalbox.snapshot;

/** A registered listener; closing it ends the registration and may be done twice. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
