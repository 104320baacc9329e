package io.signalbox.runbook.shell;

/**
 * One redirection.
 *
 * @param operator e.g. {@code >>}, {@code 2>}, {@code <<}
 * @param target the file's name or descriptor; for a here-document its text
 */
public record Redirect(String operator, String target, boolean literal) {
  /** True where a file is written: not for a descriptor's copy, and not for the null device. */
  public boolean writes() {
    boolean out = operator.contains(">");
    boolean copy = operator.endsWith("&") && target.matches("[0-9]+|-|[0-9]+-");
    boolean nowhere = literal && target.matches("/dev/(null|stdout|stderr|tty|fd/[0-9])");
    return out && !copy && !nowhere;
  }

  /** True for a here-document or here-string. */
  public boolean hereDocument() {
    return operator.endsWith("<<") || operator.endsWith("<<-") || operator.endsWith("<<<");
  }
}
