package io.signalbox.rollback.work;

import io.signalbox.remote.durable.PlaybookHost;
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

  private static final String OUT = "(stdout) ";

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

  /** A line that a host's command printed: what stands before the tab, and behind it. */
  private record Entry(String host, String name, String text) {}

  /** Ansible writes line breaks as two signs; standard error comes behind on the same line. */
  private static List<Entry> entries(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines) {
      Matcher found = LINE.matcher(line);
      int out = line.indexOf(OUT);
      if (!found.find() || out < 0) {
        continue;
      }
      for (String entry : line.substring(out + OUT.length()).split("\\\\r\\\\n|\\\\n")) {
        int tab = entry.indexOf('\t') < 0 ? entry.indexOf("\\t") : entry.indexOf('\t');
        if (tab >= 0) {
          String rest = entry.substring(tab + (entry.charAt(tab) == '\t' ? 1 : 2));
          String text = rest.split(" \\(stderr\\) ", 2)[0].strip();
          entries.add(new Entry(found.group(1), entry.substring(0, tab), text));
        }
      }
    }
    return entries;
  }

  /** Versions from files: path, a tab, the first line. */
  static List<Observation> versions(List<String> lines, List<String> files) {
    return entries(lines).stream()
        .filter(entry -> files.contains(entry.name()))
        .map(HostLines::version)
        .toList();
  }

  private static Observation version(Entry entry) {
    String version = SafeText.line(entry.text());
    return version.isEmpty()
        ? new Observation(entry.host(), entry.name(), null, "the file is empty")
        : new Observation(entry.host(), entry.name(), version, "");
  }

  /** Locks and markers: their path behind a word that tells them from versions, their text. */
  static List<HostMarks.Mark> marks(List<String> lines, List<String> paths) {
    return entries(lines).stream()
        .filter(entry -> entry.name().startsWith(PlaybookHost.MARK))
        .map(one -> new HostMarks.Mark(one.host(), path(one), one.text()))
        .filter(mark -> paths.contains(mark.path()))
        .toList();
  }

  private static String path(Entry entry) {
    return entry.name().substring(PlaybookHost.MARK.length());
  }
}
