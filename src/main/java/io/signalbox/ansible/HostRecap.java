package io.signalbox.ansible;

/** What Ansible counted for one host at its end. */
public record HostRecap(
    String host,
    int ok,
    int changed,
    int failed,
    int unreachable,
    int rescued,
    int ignored,
    int skipped) {
  /** True where nothing failed and it was reached. */
  public boolean well() {
    return failed == 0 && unreachable == 0;
  }
}
