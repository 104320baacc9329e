package io.signalbox.rig;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one run of ansible-playbook ended: its code, all its output, and the recap read from it. */
public record AnsibleRun(int rc, String output, Map<String, Map<String, Integer>> recap) {
  private static final Pattern LINE = Pattern.compile("(?m)^(\\S+) +: (ok=\\d+ .*)$");
  private static final Pattern COUNT = Pattern.compile("(\\w+)=(\\d+)");

  /** Reads the recap out of the output. */
  public static AnsibleRun of(int rc, String output) {
    Map<String, Map<String, Integer>> recap = new TreeMap<>();
    Matcher line = LINE.matcher(output);
    while (line.find()) {
      Map<String, Integer> counts = new TreeMap<>();
      Matcher count = COUNT.matcher(line.group(2));
      while (count.find()) {
        counts.put(count.group(1), Integer.parseInt(count.group(2)));
      }
      recap.put(line.group(1), counts);
    }
    return new AnsibleRun(rc, output, recap);
  }

  /** One count of one host; 0 when the host is not in the recap. */
  public int count(String host, String what) {
    return recap.getOrDefault(host, Map.of()).getOrDefault(what, 0);
  }

  /** One count of these hosts together. */
  public int count(List<String> hosts, String what) {
    return hosts.stream().mapToInt(host -> count(host, what)).sum();
  }
}
