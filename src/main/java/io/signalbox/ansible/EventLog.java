package io.signalbox.ansible;

import io.signalbox.text.SecretFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events of one playbook as they come, in any order and any chunks; a number that is missing is
 * a gap until it comes. Safe on every thread.
 */
public final class EventLog {
  /** A longer line is no event. */
  private static final int LONGEST = 4 << 20;

  private final EventReader reader;
  private final TreeMap<Long, AnsibleEvent> events = new TreeMap<>();
  private TreeKeeper keeper = new TreeKeeper();
  private byte[] line = new byte[4096];
  private int length;
  private long unreadable;
  private long taken;

  /** Hides these secrets in whatever a host says. */
  public EventLog(SecretFilter secrets) {
    this.reader = new EventReader(secrets);
  }

  /** The next bytes of the file. */
  public synchronized void feed(byte[] bytes, int offset, int count) {
    for (int at = offset; at < offset + count; at++) {
      if (bytes[at] != '\n') {
        keep(bytes[at]);
        continue;
      }
      if (length > LONGEST) {
        unreadable++;
      } else {
        take(new String(line, 0, length, StandardCharsets.UTF_8));
      }
      length = 0;
    }
  }

  private void keep(byte one) {
    if (length > LONGEST) {
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = one;
  }

  /** One line; what is none of ours is counted and passed over. */
  public synchronized void take(String text) {
    if (text.isBlank()) {
      return;
    }
    AnsibleEvent event = reader.read(text);
    if (event == null) {
      unreadable++;
      return;
    }
    if (events.putIfAbsent(event.number(), event) != null) {
      return;
    }
    if (event.number() > taken) {
      keeper.take(event);
      taken = event.number();
    } else {
      keeper = new TreeKeeper();
      events.values().forEach(keeper::take);
    }
  }

  /** Lines that were no events. */
  public synchronized long unreadable() {
    return unreadable;
  }

  /** How it stands now. */
  public synchronized PlaybookTree tree() {
    return keeper.tree(gaps(), events.isEmpty() ? 0 : events.lastKey());
  }

  private List<Gap> gaps() {
    if (events.isEmpty() || events.lastKey() - events.firstKey() + 1 == events.size()) {
      return events.isEmpty() || events.firstKey() == 1
          ? List.of()
          : List.of(new Gap(1, events.firstKey() - 1));
    }
    List<Gap> gaps = new ArrayList<>();
    long next = 1;
    for (Map.Entry<Long, AnsibleEvent> one : events.entrySet()) {
      if (one.getKey() > next) {
        gaps.add(new Gap(next, one.getKey() - 1));
      }
      next = one.getKey() + 1;
    }
    return gaps;
  }
}
