package io.signalbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.prometheus.PrometheusJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** Damaged answers: either they still decode, or the error is one of the two typed ones. */
class DecoderFuzzTest {
  private static final int ROUNDS = 10_000;
  private static final List<String> PIECES =
      List.of(
          "null",
          "[]",
          "{}",
          "\"\"",
          "-1",
          "1e999",
          "99999999999999999999",
          "true",
          "[[[[",
          "}",
          ",",
          "\"NaN\"",
          "\u0000");

  private interface Decoder {
    Object decode(InputStream body) throws IOException;
  }

  @Test
  void runners() {
    fuzz(
        GithubFixture.runners(2, GithubFixture.runner(1, true), GithubFixture.runner(2, false)),
        body -> RunnersJson.decode(body, "acme/shop"));
  }

  @Test
  void runsJobsAndDeployments() {
    fuzz(
        GithubFixture.runs(GithubFixture.run(1, "completed")),
        body -> RunsJson.page(body, "acme/shop"));
    fuzz(GithubFixture.jobs(1, "in_progress"), JobsJson::page);
    fuzz(
        "[{\"state\":\"success\",\"created_at\":\"2026-11-24T09:05:00Z\",\"log_url\":\"u\"}]",
        DeploymentsJson::statuses);
  }

  @Test
  void vectorsAndMatrices() {
    String head =
        "{\"status\":\"success\",\"data\":{\"resultType\":\"x\","
            + "\"result\":[{\"metric\":{\"a\":\"b\"},";
    fuzz(
        head + "\"value\":[1764000000.5,\"12.5\"]}]},\"warnings\":[\"w\"]}",
        PrometheusJson::vector);
    fuzz(
        head + "\"values\":[[1764000000,\"1\"],[1764000030,\"+Inf\"]]}]}}", PrometheusJson::matrix);
  }

  private static void fuzz(String good, Decoder decoder) {
    SplittableRandom random = new SplittableRandom(good.hashCode());
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String damaged = damage(good, random);
      try {
        decoder.decode(new ByteArrayInputStream(damaged.getBytes(UTF_8)));
      } catch (IOException | JacksonException e) {
        refused++; // anything else ends the test
      }
    }
    assertThat(refused).isBetween(ROUNDS / 10, ROUNDS);
  }

  private static String damage(String good, SplittableRandom random) {
    int at = random.nextInt(good.length());
    int end = Math.min(good.length(), at + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> good.substring(0, at);
      case 1 -> good.substring(0, at) + good.substring(end);
      case 2 ->
          good.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + good.substring(end);
      default ->
          good.substring(0, at)
              + (char) random.nextInt(32, 127)
              + good.substring(Math.min(good.length(), at + 1));
    };
  }
}
