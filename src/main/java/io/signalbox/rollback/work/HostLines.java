package io.signalbox.rollback.work;

import io.signalbox.rollback.Observation;
import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code ansible -o} prints, one line per host. */
final class HostLines {
  private static final Pattern LINE = Pattern.compile("^(\\S+) \\| ([A-Z]+!?)(.*)$");

  /** A ping is a success; a command that ended with 0 counts as a change. */
  private static final Set<String> WELL = Set.of("SUCCESS", "CHANGED");

  private HostLines() {}

  /**
   * Hosts that did not answer, with why.
   *
   * @param hosts that were asked: one without a line did not answer either
   */
  static Map<String, String> silent(List<String> lines, List<String> hosts) {
    Map<String, String> silent = new LinkedHashMap<>();
    hosts.forEach(host -> silent.put(host, "gave no answer"));
    for (String line : lines) {
      Matcher found = LINE.matcher(line);
      if (!found.find()) {
        continue;
      }
      String host = found.group(1);
      if (WELL.contains(found.group(2))) {
        silent.remove(host);
      } else if (silent.containsKey(host)) {
        silent.put(host, SafeText.line((found.group(2) + found.group(3)).strip()));
      }
    }
    return silent;
  }

  /** Versions from files: path, a tab, the first line; Ansible writes line breaks as two signs. */
  static List<Observation> versions(List<String> lines, List<String> files) {
    List<Observation> seen = new ArrayList<>();
    for (String line : lines) {
      Matcher found = LINE.matcher(line);
      int out = line.indexOf("(stdout) ");
      if (!found.find() || out < 0) {
        continue;
      }
      for (String entry : line.substring(out + "(stdout) ".length()).split("\\\\r\\\\n|\\\\n")) {
        int tab = entry.indexOf('\t') < 0 ? entry.indexOf("\\t") : entry.indexOf('\t');
        String path = tab < 0 ? "" : entry.substring(0, tab);
        if (files.contains(path)) {
          String rest = entry.substring(tab + (entry.charAt(tab) == '\t' ? 1 : 2));
          // standard error comes behind on the same line
          String version = SafeText.line(rest.split(" \\(stderr\\) ", 2)[0].strip());
          seen.add(
              version.isEmpty()
                  ? new Observation(found.group(1), path, null, "the file is empty")
                  : new Observation(found.group(1), path, version, ""));
        }
      }
    }
    return seen;
  }
}
