package io.signalbox.ansible;

import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Ansible prints of a run, where its events are missing. Feed it line by line. */
public final class PrintedRun {
  private static final Pattern HOST =
      Pattern.compile(
          "^(\\S+)\\s+: ok=(\\d{1,6})\\s+changed=(\\d{1,6})\\s+unreachable=(\\d{1,6})"
              + "\\s+failed=(\\d{1,6})(?:\\s+skipped=(\\d{1,6}))?"
              + "(?:\\s+rescued=(\\d{1,6}))?(?:\\s+ignored=(\\d{1,6}))?\\s*$");

  private final List<HostRecap> hosts = new ArrayList<>();
  private boolean begun;
  private int tasks;

  /** The next line. */
  public void line(String text) {
    String line = SafeText.line(text);
    if (line.startsWith("TASK [")) {
      tasks++;
    }
    if (line.startsWith("PLAY RECAP **")) {
      begun = true;
      hosts.clear();
      return;
    }
    Matcher host = HOST.matcher(line);
    if (begun && host.find()) {
      hosts.add(
          new HostRecap(
              host.group(1),
              number(host, 2),
              number(host, 3),
              number(host, 5),
              number(host, 4),
              number(host, 7),
              number(host, 8),
              number(host, 6)));
    }
  }

  private static int number(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  /** How many tasks it announced. */
  public int tasks() {
    return tasks;
  }

  /** The hosts so far. */
  public List<HostRecap> hosts() {
    return List.copyOf(hosts);
  }
}
