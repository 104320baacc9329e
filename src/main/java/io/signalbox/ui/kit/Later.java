package io.signalbox.ui.kit;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of the window that is made when it is first looked at, so that the first frame does not
 * wait for what nobody sees yet. FX thread only.
 */
public final class Later<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  private Later(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Made by this, once. */
  public static <T> Later<T> of(Supplier<T> maker) {
    return new Later<>(maker);
  }

  /** Makes it now if it was not made before. */
  public T get() {
    T present = made;
    if (present == null) {
      present = maker.get();
      made = present;
    }
    return present;
  }

  /** For ending it: what was never made needs no end. */
  public void ifMade(Consumer<T> use) {
    T present = made;
    if (present != null) {
      use.accept(present);
    }
  }
}
