package io.signalbox.ui.shell;

/** What the middle of the window shows, in the order of the rail and of the keys 1, 2, 3 … */
public enum View {
  FLEET("Fleet", "mdi2v-view-grid-outline"),
  LINE("Line", "mdi2c-chart-gantt"),
  ALERTS("Alerts", "mdi2b-bell-outline"),
  RUNBOOKS("Runbooks", "mdi2b-book-open-page-variant-outline"),
  FAILOVER("Failover", "mdi2s-swap-horizontal"),
  ROLLBACK("Rollback", "mdi2b-backup-restore"),
  RUNS("Runs", "mdi2h-history"),
  JOURNAL("Journal", "mdi2n-notebook-outline");

  private final String word;
  private final String icon;

  View(String word, String icon) {
    this.word = word;
    this.icon = icon;
  }

  /** The word on the rail. */
  public String word() {
    return word;
  }

  String icon() {
    return icon;
  }
}
