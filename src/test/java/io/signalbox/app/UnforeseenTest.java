package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error that nobody foresaw, here of the clock. */
class UnforeseenTest {
  @TempDir Path folder;

  private Run run(String... arguments) {
    Clock broken =
        new Clock() {
          @Override
          public Instant instant() {
            throw new IllegalStateException("no time is left");
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    Map<String, String> environment = Map.of("HOME", folder.toString());
    return Run.of(
        new Surroundings(broken, environment, Folders.of(environment, folder), "ana"), arguments);
  }

  @Test
  void whatActsEndsAsUnknownAndWhatReadsAsFailed() throws Exception {
    Path profile =
        Files.writeString(
            folder.resolve("profile.yaml"),
            """
            version: 1
            environment: { name: staging }
            sources: { prometheus: [{ url: "http://127.0.0.1:9" }] }
            hosts:
              - { name: box-a, ssh: { host: 127.0.0.1, port: 9, user: ops } }
            """);
    Run acts = run("run", "--profile", profile.toString(), "--host", "box-a", "--", "true");
    assertThat(acts.code()).as(acts.err()).isEqualTo(4);
    assertThat(acts.err()).contains("no time is left", "in the journal").doesNotContain("\tat ");
    assertThat(run("explain", "--profile", profile.toString(), "--run", "1").code()).isEqualTo(1);
  }
}
