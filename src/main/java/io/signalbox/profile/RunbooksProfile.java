package io.signalbox.profile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runbook folders, and which runbook an alert's name (a regular expression) leads to.
 *
 * @param byAlert the profile's own lines, which come before {@link #DEFAULTS}
 */
public record RunbooksProfile(List<Path> folders, Map<String, String> byAlert) {
  /**
   * Where alerts lead that the profile says nothing of: the runbooks that ship with the console.
   */
  public static final Map<String, String> DEFAULTS = defaults();

  private static Map<String, String> defaults() {
    Map<String, String> table = new LinkedHashMap<>();
    table.put("(?i)secret|token|credential|unauthori[sz]ed|expired|auth", "secrets-expired.md");
    table.put("(?i)network|unreach|dns|connect", "network-unreachable.md");
    table.put("(?i)offline|down|both|absent|check-?in", "runner-offline.md");
    table.put(
        "(?i)degraded|cpu|memory|disk|exhaust|resource|pressure|slow|duration|too-?long",
        "runner-degraded.md");
    return table;
  }

  /** The runbook for an alert or finding of this name; the first line that fits. */
  public Optional<String> forName(String name) {
    return first(byAlert, name).or(() -> first(DEFAULTS, name));
  }

  private static Optional<String> first(Map<String, String> table, String name) {
    return table.entrySet().stream()
        .filter(line -> Pattern.compile(line.getKey()).matcher(name).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
