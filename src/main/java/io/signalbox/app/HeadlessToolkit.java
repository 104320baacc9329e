package io.signalbox.app;

/** JavaFX without a display: drawn in memory by software. */
final class HeadlessToolkit {
  private HeadlessToolkit() {}

  /**
   * Has to be called before the toolkit starts; what was chosen on the JVM's command line stays.
   */
  static void choose() {
    choose("glass.platform", "Headless");
    choose("prism.order", "sw");
    choose("java.awt.headless", "true");
  }

  /** True once the window is drawn in memory, where nobody sees it. */
  static boolean chosen() {
    return "Headless".equals(System.getProperty("glass.platform"));
  }

  private static void choose(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
