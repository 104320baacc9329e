package io.signalbox.model;

/** What kind of system a source is; the word is the one shown and written to JSON. */
public enum SourceKind {
  PROMETHEUS("prometheus", "Prometheus"),
  ALERTMANAGER("alertmanager", "Alertmanager"),
  GITHUB("github", "GitHub"),
  EXPORTER("exporter", "Exporter");

  private final String word;
  private final String title;

  SourceKind(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** Lower-case word for records, e.g. {@code prometheus}. */
  public String word() {
    return word;
  }

  /** The name as its makers write it, for the screen. */
  public String title() {
    return title;
  }
}
