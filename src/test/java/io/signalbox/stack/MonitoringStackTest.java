package io.signalbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.Binaries;
import io.signalbox.rig.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules and the routing, read by the programs that will run them. */
class MonitoringStackTest {
  private static final Path STACK =
      Path.of(System.getProperty("project.directory", "."), "src/stack");
  private static final Path PROMETHEUS = STACK.resolve("prometheus");
  private static final Path ROUTING = STACK.resolve("alertmanager/alertmanager.yml");

  private static String promtool(String verb, String what, String file) throws IOException {
    return RealSshd.run(
        Binaries.require("promtool").toString(), verb, what, PROMETHEUS.resolve(file).toString());
  }

  @Test
  void everyAlertIsProvedByATest() throws IOException {
    assertThat(promtool("check", "config", "prometheus.yml")).contains("12 rules found");
    assertThat(promtool("test", "rules", "runner-alerts.test.yml")).contains("SUCCESS");
    String tests = Files.readString(PROMETHEUS.resolve("runner-alerts.test.yml"));
    assertThat(
            Pattern.compile("alert: (\\w+)")
                .matcher(Files.readString(PROMETHEUS.resolve("runner-alerts.yml")))
                .results()
                .map(found -> found.group(1)))
        .allSatisfy(alert -> assertThat(tests).contains("alertname: " + alert));
  }

  @ParameterizedTest
  @CsvSource({
    "severity=critical page=true, 'pager,on-call'",
    "severity=critical category=runner, on-call",
    "severity=warning category=deployment, deployments",
    "severity=warning category=runner, operations"
  })
  void anAlertReachesItsReceivers(String labels, String receivers) throws IOException {
    String amtool = Binaries.require("amtool").toString();
    RealSshd.run(amtool, "check-config", ROUTING.toString());
    List<String> argv =
        new ArrayList<>(List.of(amtool, "config", "routes", "test", "--config.file=" + ROUTING));
    argv.addAll(List.of(labels.split(" ")));
    assertThat(RealSshd.run(argv.toArray(String[]::new)).lines().toList().getLast())
        .isEqualTo(receivers);
  }
}
