package io.signalbox.runbook;

/**
 * How dangerous something is, and why.
 *
 * @param reason one sentence that names what decided it, harmless
 */
public record Judgement(Danger danger, String reason) {
  /** Of two, the worse; of two alike, the first. */
  public Judgement or(Judgement other) {
    return other.danger.compareTo(danger) > 0 ? other : this;
  }
}
