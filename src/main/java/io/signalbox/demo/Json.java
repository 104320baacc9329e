package io.signalbox.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** JSON objects and arrays, and numbers and times written the way the real servers write them. */
final class Json {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ObjectNode labels(Map<String, String> labels) {
    ObjectNode node = object();
    labels.forEach(node::put);
    return node;
  }

  /** A sample's pair: the time in seconds as a number, the value as a string. */
  static ArrayNode pair(long millis, double value) {
    String fraction = millis % 1000 == 0 ? "" : String.format(Locale.ROOT, ".%03d", millis % 1000);
    return array().addRawValue(new RawValue(millis / 1000 + fraction)).add(number(value));
  }

  /** The shortest decimal without an exponent, as Prometheus writes sample values. */
  static String number(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value));
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  /** One digit, a point, and an exponent of two digits, as Prometheus writes alert values. */
  static String scientific(double value) {
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
    String digits = exact.movePointLeft(exponent).toPlainString();
    return (exact.signum() == 0 ? "0" : digits)
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** Whole seconds, as GitHub writes times; null stays null. */
  static @Nullable String seconds(@Nullable Instant t) {
    return t == null ? null : t.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Three digits of the second, as Alertmanager writes times. */
  static String millis(Instant t) {
    return MILLIS.format(t);
  }
}
