package io.signalbox.demo;

/** A query that the simulator does not answer; {@code status} and {@code type} as Prometheus. */
final class QueryRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  private QueryRefused(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  /** The text is no PromQL. */
  static QueryRefused malformed(String what) {
    return new QueryRefused(400, "bad_data", "invalid parameter \"query\": parse error: " + what);
  }

  /** A parameter is missing or wrong. */
  static QueryRefused parameter(String name, String what) {
    return new QueryRefused(400, "bad_data", "invalid parameter \"" + name + "\": " + what);
  }

  /** Too many points were asked for. */
  static QueryRefused tooFine() {
    return new QueryRefused(
        400,
        "bad_data",
        "exceeded maximum resolution of 11,000 points per timeseries."
            + " Try decreasing the query resolution (?step=XX)");
  }

  /** The text may be PromQL, but not of the one shape that is simulated. */
  static QueryRefused notSimulated(String query) {
    return new QueryRefused(
        422,
        "execution",
        "not simulated: "
            + query
            + " (the demo answers: max by (LABEL, ...) (TERM or TERM ...), time() - the same, and"
            + " SELECTOR == NUMBER)");
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }
}
