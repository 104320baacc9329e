package io.signalbox.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.Severity;
import io.signalbox.profile.Profile;
import io.signalbox.rig.ProfileFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where somebody working through a runbook stands, and how an alert leads to one. */
class ProgressAndAlertTest {
  private static final Instant NOW = Instant.parse("2026-01-05T03:12:00Z");
  private static final String TEXT =
      "```bash {verify=\"exit:0\"}\nid\n```\n\n```bash\ndate\n```\n\n```bash {needs=1}\nls\n```\n";

  private static final Runbook RUNBOOK = RunbookParser.parse("r.md", TEXT);

  private static Step step(int number) {
    return RUNBOOK.step(number).orElseThrow();
  }

  @Test
  void aStepRunsAndSaysSoLater() {
    RunbookProgress progress =
        RunbookProgress.fresh(RUNBOOK)
            .begun(step(1), "ana", NOW, "runner-a", "RUN")
            .ended(step(1), StepState.OK, NOW.plusSeconds(5), "", List.of("out"));
    assertThat(progress.again(step(1), NOW.plusSeconds(5 + 14 * 60)))
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .startsWith("ran OK 14")
                    .contains("ago by ana on runner-a, run again?"));
    assertThat(progress.next(RUNBOOK)).contains(step(2));
    assertThat(progress.record(step(1)).output()).containsExactly("out");
    assertThat(progress.retried(step(1)).state(step(1))).isEqualTo(StepState.PENDING);
  }

  @Test
  void verificationAndNeedsGateWhatComesAfter() {
    RunbookProgress fresh = RunbookProgress.fresh(RUNBOOK);
    assertThat(fresh.obstacle(RUNBOOK, step(3))).hasValueSatisfying(w -> w.contains("step 1"));
    RunbookProgress failed =
        fresh
            .begun(step(1), "ana", NOW, "", "")
            .ended(step(1), StepState.FAILED, NOW, "no", List.of());
    assertThat(failed.obstacle(RUNBOOK, step(2))).isPresent();
    RunbookProgress skipped = failed.skipped(step(1), "ana", NOW, "known to be so");
    assertThat(skipped.obstacle(RUNBOOK, step(2))).isEmpty();
    assertThat(skipped.obstacle(RUNBOOK, step(3))).isPresent();
    assertThatThrownBy(() -> fresh.skipped(step(1), "ana", NOW, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPauseStopsEverythingAndARestartLosesNothing() {
    RunbookProgress paused = RunbookProgress.fresh(RUNBOOK).paused(true);
    assertThat(paused.obstacle(RUNBOOK, step(1))).isPresent();
    RunbookProgress running =
        paused.paused(false).begun(step(1), "ana", NOW, "runner-a", "RUN").afterRestart();
    assertThat(running.state(step(1))).isEqualTo(StepState.UNKNOWN);
  }

  @Test
  void anEditedStepStandsAtItsBeginning() {
    RunbookProgress done =
        RunbookProgress.fresh(RUNBOOK)
            .begun(step(2), "ana", NOW, "", "")
            .ended(step(2), StepState.OK, NOW, "", List.of());
    Step edited = RunbookParser.parse("r.md", TEXT.replace("date", "date -u")).steps().get(1);
    assertThat(done.state(edited)).isEqualTo(StepState.PENDING);
    assertThat(done.edited(edited)).isTrue();
  }

  private static AlertInstance alert(String name, Map<String, String> annotations) {
    return new AlertInstance(
        name,
        AlertState.FIRING,
        Severity.CRITICAL,
        Map.of("hostname", "runner-a"),
        annotations,
        NOW,
        "prometheus/main");
  }

  @Test
  void anAlertLeadsToItsRunbook() {
    Profile profile = ProfileFixture.open(null).profile();
    List<String> shelf =
        List.of(
            "runner-offline.md",
            "runner-degraded.md",
            "secrets-expired.md",
            "own/disk.md",
            "network-unreachable.md");
    assertThat(found("RunnerOffline", Map.of(), shelf)).isEqualTo("runner-offline.md");
    assertThat(found("RunnerHighCPU", Map.of(), shelf)).isEqualTo("runner-degraded.md");
    assertThat(found("SecretExpires", Map.of(), shelf)).isEqualTo("secrets-expired.md");
    assertThat(found("HostUnreachable", Map.of(), shelf)).isEqualTo("network-unreachable.md");
    assertThat(found("Odd", Map.of("runbook_url", "https://wiki.example.com/rb/disk/"), shelf))
        .isEqualTo("own/disk.md");
    assertThat(AlertRunbooks.find(alert("Odd", Map.of()), profile, shelf)).isEmpty();
  }

  private static String found(String name, Map<String, String> annotations, List<String> shelf) {
    Profile profile = ProfileFixture.open(null).profile();
    return AlertRunbooks.find(alert(name, annotations), profile, shelf).orElseThrow().path();
  }

  @Test
  void labelsAndProfileFillTheGaps() {
    Runbook runbook =
        RunbookParser.parse(
            "r.md",
            "```bash\nrm -rf /x\n```\n\n```bash\nsystemctl status <unit> # <hostname>\n"
                + "echo <runner-name> <hostname> YOUR_ORG\n```\n");
    Profile profile = ProfileFixture.open(null).profile();
    AlertRunbooks.Opened opened =
        AlertRunbooks.open(runbook, alert("RunnerOffline", Map.of()), profile);
    Step first = opened.step();
    assertThat(first).isNotNull();
    assertThat(first.number()).isEqualTo(2);
    assertThat(opened.filled().values(first))
        .containsEntry("unit", ProfileFixture.UNIT)
        .containsEntry("hostname", "runner-a")
        .containsEntry("runner-name", "shop-runner-a")
        .containsEntry("YOUR_ORG", "acme");
  }
}
