package io.signalbox.ansible;

import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ansible-playbook --list-hosts --list-tasks} says: the tasks a playbook names by
 * itself, without those it includes while it runs.
 */
public record Listing(List<Play> plays) {
  private static final Pattern PLAY = Pattern.compile("^  play #\\d+ \\((.*?)\\): (.*)$");
  private static final Pattern HOSTS = Pattern.compile("^    hosts \\(\\d+\\):$");
  private static final Pattern TAGS = Pattern.compile("\tTAGS: \\[.*]$");

  /** Copies the list. */
  public Listing {
    plays = List.copyOf(plays);
  }

  /** One play. */
  public record Play(String name, List<String> hosts, List<String> tasks) {
    /** Copies the lists. */
    public Play {
      hosts = List.copyOf(hosts);
      tasks = List.copyOf(tasks);
    }
  }

  /** How many tasks. */
  public int tasks() {
    return plays.stream().mapToInt(play -> play.tasks().size()).sum();
  }

  /** All hosts that a play matches, each once. */
  public List<String> hosts() {
    Set<String> all = new LinkedHashSet<>();
    plays.forEach(play -> all.addAll(play.hosts()));
    return List.copyOf(all);
  }

  /** The hosts of plays that have tasks: by tags a play may have none, and come to no host. */
  public List<String> worked() {
    Set<String> all = new LinkedHashSet<>();
    plays.stream()
        .filter(play -> !play.tasks().isEmpty())
        .forEach(play -> all.addAll(play.hosts()));
    return List.copyOf(all);
  }

  /** Reads that output; lines that are no part of it are passed over. */
  public static Listing parse(String text) {
    List<Play> plays = new ArrayList<>();
    String name = "";
    List<String> hosts = new ArrayList<>();
    List<String> tasks = new ArrayList<>();
    boolean open = false;
    List<String> into = new ArrayList<>();
    for (String raw : text.split("\n")) {
      String line = TAGS.matcher(raw).replaceFirst("");
      Matcher play = PLAY.matcher(line);
      if (play.find()) {
        if (open) {
          plays.add(new Play(name, hosts, tasks));
        }
        open = true;
        name = SafeText.line(play.group(2));
        hosts = new ArrayList<>();
        tasks = new ArrayList<>();
        into = new ArrayList<>();
      } else if (HOSTS.matcher(line).find()) {
        into = hosts;
      } else if (line.equals("    tasks:")) {
        into = tasks;
      } else if (line.startsWith("      ") && !line.isBlank()) {
        into.add(SafeText.line(line.substring(6)));
      } else {
        into = new ArrayList<>();
      }
    }
    if (open) {
      plays.add(new Play(name, hosts, tasks));
    }
    return new Listing(plays);
  }
}
