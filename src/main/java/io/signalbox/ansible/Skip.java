package io.signalbox.ansible;

/** Why a task was not carried out on a host; the two must never be confused. */
public enum Skip {
  /** It was carried out. */
  NO,
  /** Its condition, or an empty list, said so. */
  CONDITION,
  /** Check mode would not run it: what it would do is not known. */
  CHECK_MODE
}
