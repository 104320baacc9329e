package io.signalbox.prometheus;

import io.signalbox.http.Parallel;
import io.signalbox.http.Unread;
import io.signalbox.http.WireException;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertRule;
import io.signalbox.model.Sample;
import io.signalbox.model.ScrapeTarget;
import io.signalbox.model.SeriesHistory;
import io.signalbox.model.Signal;
import io.signalbox.profile.SignalQuery;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one read and what came of them. At most four are under way; once the token is
 * refused or the connection fails, the rest is not asked any more. Not reused.
 */
final class PrometheusSweep {
  private static final int AT_ONCE = 4;
  private static final Duration HISTORY = Duration.ofMinutes(60);
  private static final Duration STEP = Duration.ofSeconds(30);

  /** All of them: only history tells a series that is gone from one that never was. */
  private static final Set<Signal> WITH_HISTORY = EnumSet.allOf(Signal.class);

  private final PrometheusApi api;
  private final String source;
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, Object> results = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> remarks = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable SourceException> gone = new AtomicReference<>();
  private final Unread failed = new Unread();

  /** A question: what it is called, where the profile says it, and how it is asked. */
  private record Subject(String key, String name, String field, Call call) {}

  private interface Call {
    Envelope<?> send() throws SourceException, InterruptedException;
  }

  PrometheusSweep(PrometheusApi api, String source) {
    this.api = api;
    this.source = source;
  }

  void signals(Map<Signal, SignalQuery> queries) {
    queries.forEach(
        (signal, query) -> {
          add("value", signal, "", () -> api.query(query.value(), Series::vector));
          String age = query.age();
          if (age != null) {
            add("age", signal, " (age)", () -> api.query(age, Series::vector));
          }
        });
  }

  void history(Map<Signal, SignalQuery> queries, Instant now) {
    queries.forEach(
        (signal, query) -> {
          if (WITH_HISTORY.contains(signal)) {
            add(
                "history",
                signal,
                " (history)",
                () -> api.range(query.value(), now.minus(HISTORY), now, STEP, Series::matrix));
          }
        });
  }

  void alertsAndTargets() {
    subjects.add(
        new Subject(
            "alerts",
            "alerts",
            "",
            () ->
                api.get(
                    "api/v1/alerts",
                    "partial_response",
                    "true",
                    j -> AlertsJson.alerts(j, source))));
    subjects.add(
        new Subject(
            "targets",
            "targets",
            "",
            () -> api.get("api/v1/targets", "state", "active", TargetsJson::targets)));
  }

  void rules() {
    subjects.add(
        new Subject(
            "rules",
            "rules",
            "",
            () -> api.get("api/v1/rules", "type", "alert", AlertsJson::rules)));
  }

  /** Asks everything; throws when nothing at all could be had, or when asking again is no use. */
  void run() throws SourceException, InterruptedException {
    List<Parallel.Question<Boolean>> questions =
        subjects.stream().<Parallel.Question<Boolean>>map(s -> () -> ask(s)).toList();
    List<Parallel.Answer<Boolean>> answers = Parallel.ask(AT_ONCE, source, questions);
    List<SourceException> errors =
        answers.stream().map(Parallel.Answer::error).filter(Objects::nonNull).toList();
    for (SourceException error : errors) {
      if (error.isHopeless()) {
        throw error;
      }
    }
    if (errors.size() == subjects.size()) {
      throw gone.get() != null ? Objects.requireNonNull(gone.get()) : errors.getFirst();
    }
    for (int i = 0; i < subjects.size(); i++) {
      SourceException error = answers.get(i).error();
      if (error != null) {
        failed.add(subjects.get(i).name(), error);
      }
    }
  }

  /** What is incomplete, one sentence each; empty after a whole sweep. */
  List<String> warnings() {
    List<String> all = new ArrayList<>(failed.warnings());
    all.addAll(remarks.stream().distinct().sorted().toList());
    return List.copyOf(all);
  }

  boolean historyRead() {
    return results.keySet().stream().anyMatch(key -> key.startsWith("history"));
  }

  boolean rulesRead() {
    return results.containsKey("rules");
  }

  List<Sample> samples(Signal signal) {
    return Series.join(
        result("value " + signal.key(), List.of()), result("age " + signal.key(), List.of()));
  }

  List<SeriesHistory> history(Signal signal, List<SeriesHistory> before) {
    return result("history " + signal.key(), before);
  }

  List<AlertInstance> alerts(List<AlertInstance> before) {
    return result("alerts", before);
  }

  List<AlertRule> rules(List<AlertRule> before) {
    return result("rules", before);
  }

  List<ScrapeTarget> targets(List<ScrapeTarget> before) {
    return result("targets", before);
  }

  @SuppressWarnings("unchecked") // each key is written by one question and read by one accessor
  private <T> List<T> result(String key, List<T> otherwise) {
    return (List<T>) results.getOrDefault(key, otherwise);
  }

  private void add(String kind, Signal signal, String suffix, Call call) {
    String field =
        kind.equals("age") ? "signals." + signal.key() + ".age" : "signals." + signal.key();
    subjects.add(
        new Subject(kind + " " + signal.key(), "signal " + signal.key() + suffix, field, call));
  }

  private Boolean ask(Subject subject) throws SourceException, InterruptedException {
    SourceException before = gone.get();
    if (before != null) {
      throw before;
    }
    try {
      Envelope<?> answer = subject.call().send();
      if (answer.data() == null) {
        throw SourceException.passing(refusal(subject, answer), null);
      }
      answer.warnings().forEach(w -> remarks.add(subject.name() + ": the server warns: " + w));
      results.put(subject.key(), answer.data());
      return true;
    } catch (SourceException e) {
      boolean unanswered = e.getCause() instanceof IOException io && !(io instanceof WireException);
      if (e.isHopeless() || unanswered) {
        gone.compareAndSet(null, e);
      }
      throw e;
    }
  }

  private static String refusal(Subject subject, Envelope<?> answer) {
    String where =
        subject.field().isEmpty() ? "" : " Check " + subject.field() + " in the profile.";
    return "The server answers " + answer.errorType() + ": " + answer.error() + "." + where;
  }
}
