package io.signalbox.failover;

/**
 * One thing a candidate has to be.
 *
 * @param id stable kind: eligible (only of who cannot stand for it at all), approved,
 *     different-host, online, idle, monitoring, cpu, memory, disk, labels, version, reachability
 * @param observed what was seen, with its numbers
 */
public record Check(String id, Verdict verdict, String observed) {
  /** Whether it is so. */
  public enum Verdict {
    PASS("pass"),
    FAIL("fail"),
    /** The profile asks for nothing here, or nothing measures it: it does not block. */
    NOT_CHECKED("not checked");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word for screen and JSON. */
    public String word() {
      return word;
    }
  }

  static Check pass(String id, String observed) {
    return new Check(id, Verdict.PASS, observed);
  }

  static Check fail(String id, String observed) {
    return new Check(id, Verdict.FAIL, observed);
  }

  static Check notChecked(String id, String why) {
    return new Check(id, Verdict.NOT_CHECKED, why);
  }

  static Check when(boolean good, String id, String observed) {
    return good ? pass(id, observed) : fail(id, observed);
  }

  /** True when it stands in the way. */
  public boolean fails() {
    return verdict == Verdict.FAIL;
  }
}
