package io.signalbox.interlock;

/** No permit was given; nothing may be sent. */
public final class PlanRefusedException extends Exception {
  private final String rule;

  PlanRefusedException(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  /**
   * Id of the rule that refused; {@code expiry}, {@code hash}, {@code confirm} or {@code approval}
   * beside those.
   */
  public String rule() {
    return rule;
  }
}
