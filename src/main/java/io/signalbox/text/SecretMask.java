package io.signalbox.text;

/** Masks secrets by their shape alone; {@link SecretFilter} also knows values. Stateless. */
public final class SecretMask {
  /** What stands in place of a secret. */
  public static final String MASK = "***";

  private SecretMask() {}

  /** One text with every recognized secret replaced by {@link #MASK}; key blocks included. */
  public static String mask(String text) {
    return SecretFilter.mask(SecretMatcher.SHAPES, text);
  }
}
