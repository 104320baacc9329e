package io.signalbox.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.rig.Binaries;
import io.signalbox.rig.DesktopSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real notify-send and a real notification server (dunst) on a bus and a display of their own.
 */
class RealDesktopTest {
  @TempDir Path home;

  @Test
  void theServerShowsTheNoticeAsItWasMeant() throws Exception {
    List.of("dbus-run-session", "Xvfb", "dunst", "dunstctl", "notify-send")
        .forEach(Binaries::require);
    String script =
        "Xvfb -displayfd 3 -screen 0 640x480x24 -nolisten tcp 3>\"$HOME/display\" 2>/dev/null &"
            + " n=0; while [ ! -s \"$HOME/display\" ] && [ $n -lt 100 ]; do sleep 0.1;"
            + " n=$((n+1)); done; DISPLAY=:$(cat \"$HOME/display\"); export DISPLAY;"
            + " dunst >\"$HOME/dunst.log\" 2>&1 &"
            + " echo \"bus=$DBUS_SESSION_BUS_ADDRESS\"; echo \"$DISPLAY\"; read -r _; exit 0";
    try (DesktopSession session = new DesktopSession(home, Map.of(), script)) {
      String bus = session.line();
      String display = session.line();
      assumeTrue(bus != null && display != null && display.length() > 1, "no display can be had");
      Map<String, String> desktop = session.environment(bus.substring(4));
      desktop.put("DISPLAY", display);
      await().atMost(Duration.ofSeconds(30)).until(() -> ask(desktop, "count").contains("0"));
      Notifier notifier =
          DesktopNotifier.of("Linux", desktop, task -> Thread.ofVirtual().start(task));
      CompletableFuture<String> after = new CompletableFuture<>();
      notifier.show(
          new Notice(
              "PRODUCTION: A failover from a to b is prepared",
              "Offline for 6 min <b>12</b> s \\n& more. Nothing is done by itself."),
          after::complete);
      assertThat(after.get(30, TimeUnit.SECONDS)).isEmpty();
      String unused = ask(desktop, "close-all");
      assertThat(unused).isEmpty();
      JsonNode shown =
          JsonMapper.builder().build().readTree(ask(desktop, "history")).at("/data/0/0");
      assertThat(shown.at("/appname/data").asString()).isEqualTo("Signalbox");
      assertThat(shown.at("/timeout/data").asInt()).as("critical stays until seen").isZero();
      assertThat(shown.at("/summary/data").asString())
          .isEqualTo("PRODUCTION: A failover from a to b is prepared");
      assertThat(shown.at("/body/data").asString())
          .isEqualTo("Offline for 6 min ‹b›12‹/b› s ＼n＆ more. Nothing is done by itself.");
    }
  }

  /** What dunst's own client says; all errors are an empty answer. */
  private static String ask(Map<String, String> desktop, String what)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("dunstctl", what);
    builder.environment().clear();
    builder.environment().putAll(desktop);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? text : "";
  }
}
