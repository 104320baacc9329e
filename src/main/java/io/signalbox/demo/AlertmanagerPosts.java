package io.signalbox.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients post to Alertmanager: alerts, kept until they end, and silences. */
final class AlertmanagerPosts {
  /** {@code resolve_timeout}: how long an alert without an end is believed. */
  private static final Duration RESOLVED_AFTER = Duration.ofMinutes(5);

  private final JsonMapper json = new JsonMapper();
  private final SimulatedFleet fleet;
  private final SilenceBook silences;
  private final Map<String, HeldAlert> posted = new LinkedHashMap<>();

  AlertmanagerPosts(SimulatedFleet fleet, SilenceBook silences) {
    this.fleet = fleet;
    this.silences = silences;
  }

  /** The posted alerts that have not ended. */
  synchronized List<HeldAlert> firing(Instant now) {
    return posted.values().stream().filter(a -> a.endsAt().isAfter(now)).toList();
  }

  HttpAnswer alerts(String body) {
    Instant now = fleet.now();
    try {
      for (JsonNode node : json.readTree(body)) {
        Instant from = time(node, "startsAt", now);
        Instant to = time(node, "endsAt", now.plus(RESOLVED_AFTER));
        hold(new HeldAlert(texts(node, "labels"), texts(node, "annotations"), from, to, now));
      }
      return HttpAnswer.of(200, "application/json", "");
    } catch (JacksonException | DateTimeException e) {
      return AlertmanagerApi.refused("parsing alerts body failed: " + e.getMessage());
    }
  }

  private synchronized void hold(HeldAlert alert) {
    posted.put(alert.fingerprint(), alert);
  }

  HttpAnswer silence(String body) {
    Instant now = fleet.now();
    try {
      JsonNode node = json.readTree(body);
      Instant asked = time(node, "startsAt", now);
      Instant from = asked.isBefore(now) ? now : asked;
      Instant to = time(node, "endsAt", now);
      List<LabelMatcher> matchers = matchers(node);
      if (!asked.isBefore(to)) {
        return AlertmanagerApi.refused(
            "failed to create silence: start time must be before end time");
      }
      if (to.isBefore(now)) {
        return AlertmanagerApi.refused("failed to create silence: end time can't be in the past");
      }
      if (matchers.isEmpty() || !matchers.stream().allMatch(LabelMatcher::wellFormed)) {
        return AlertmanagerApi.refused("silence invalid: at least one valid matcher required");
      }
      silences.expire(node.path("id").asString(""), now);
      String by = node.path("createdBy").asString("");
      String id = silences.set(matchers, from, to, by, node.path("comment").asString(""));
      return HttpAnswer.json(200, Json.object().put("silenceID", id));
    } catch (JacksonException | DateTimeException e) {
      return AlertmanagerApi.refused("parsing silence body failed: " + e.getMessage());
    }
  }

  private static List<LabelMatcher> matchers(JsonNode silence) {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (JsonNode node : silence.path("matchers")) {
      String sign = node.path("isEqual").asBoolean(true) ? "=" : "!";
      boolean regex = node.path("isRegex").asBoolean(false);
      String operator = regex ? sign + "~" : sign.equals("=") ? "=" : "!=";
      String name = node.path("name").asString("");
      matchers.add(new LabelMatcher(name, operator, node.path("value").asString("")));
    }
    return matchers;
  }

  private static Instant time(JsonNode node, String name, Instant otherwise) {
    String text = node.path(name).asString("");
    return text.isEmpty() ? otherwise : OffsetDateTime.parse(text).toInstant();
  }

  private static Map<String, String> texts(JsonNode node, String name) {
    Map<String, String> texts = new TreeMap<>();
    node.path(name).properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
    return texts;
  }
}
