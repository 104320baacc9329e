package io.signalbox.ansible;

/** What a check run says of a task; nothing is called unchanged that was only not looked at. */
public enum Forecast {
  SKIPPED("skipped by its condition"),
  UNCHANGED("unchanged"),
  WILL_CHANGE("will change"),
  UNPREDICTABLE("cannot be predicted");

  private final String words;

  Forecast(String words) {
    this.words = words;
  }

  /** The words on screen. */
  public String words() {
    return words;
  }
}
