package io.signalbox.ansible;

import io.signalbox.text.SecretFilter;

/** Lines as the callback writes them. */
final class EventsFixture {
  private final EventLog log = new EventLog(new SecretFilter());
  private long number;

  /** One event; single quotes stand for double ones. */
  EventsFixture line(String kind, String members) {
    number++;
    log.take(text(number, kind, members));
    return this;
  }

  static String text(long number, String kind, String members) {
    String more = members.isEmpty() ? "" : "," + members.replace('\'', '"');
    return "{\"n\":%d,\"at\":\"2026-01-05T08:00:%02d.000Z\",\"kind\":\"%s\"%s}"
        .formatted(number, number % 60, kind, more);
  }

  /** Leaves one number out. */
  EventsFixture skip() {
    number++;
    return this;
  }

  EventsFixture play(String id, String name) {
    return line("play", "'play':'" + id + "','name':'" + name + "','hosts':['web-1','web-2']");
  }

  EventsFixture task(String id, String action, String more) {
    return line("task", "'task':'" + id + "','name':'" + id + "','action':'" + action + "'" + more);
  }

  EventsFixture result(String task, String host, String state, String more) {
    return line(
        "result",
        "'task':'"
            + task
            + "','host':'"
            + host
            + "','state':'"
            + state
            + "','durationMs':5"
            + more);
  }

  EventsFixture stats(String hosts) {
    return line("stats", "'hosts':{" + hosts + "}");
  }

  static String counts(String host, int ok, int changed, int failed, int away, int rescued) {
    return "'%s':{'ok':%d,'changed':%d,'failed':%d,'unreachable':%d,'rescued':%d,'ignored':0,'skipped':0}"
        .formatted(host, ok, changed, failed, away, rescued);
  }

  EventLog log() {
    return log;
  }

  PlaybookTree tree() {
    return log.tree();
  }
}
