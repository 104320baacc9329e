package io.signalbox.ansible;

/** Numbers of events that are missing, both inclusive. */
public record Gap(long from, long to) {
  /** How many. */
  public long size() {
    return to - from + 1;
  }
}
