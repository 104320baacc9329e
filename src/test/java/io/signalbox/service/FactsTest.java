package io.signalbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  private static UnitFacts unit(String state, String since) {
    return UnitFacts.parse(
        List.of("LoadState=loaded", "ActiveState=" + state, "ActiveEnterTimestamp=" + since));
  }

  @ParameterizedTest
  @CsvSource({
    "Mon 2026-01-05 08:00:00 UTC, Mon 2026-01-05 08:00:01 UTC, true",
    "Mon 2026-01-05 08:00:00 UTC, Mon 2026-01-05 08:00:00 UTC, false",
    "Mon 2026-01-05 08:00:00 UTC, Mon 2026-01-05 07:59:59 UTC, false",
    "Mon 2026-01-05 08:00:00 CET, Mon 2026-01-05 08:00:05 CET, true",
    "'', Mon 2026-01-05 08:00:05 UTC, true",
    "Mon 2026-01-05 08:00:00 UTC, '', false",
    "'', '', false",
    "5 Nivose, 6 Nivose, true"
  })
  void aRestartIsALaterStartByTheHostsOwnClock(String before, String after, boolean restarted) {
    assertThat(unit("active", after).activatedSince(unit("active", before))).isEqualTo(restarted);
  }

  @ParameterizedTest
  @CsvSource({
    "active, Mon 2026-01-05 08:00:00 UTC, Mon 2026-01-05 08:00:00 UTC, true",
    "active, Mon 2026-01-05 08:00:00 UTC, Mon 2026-01-05 08:00:09 UTC, false",
    "failed, Mon 2026-01-05 08:00:00 UTC, Mon 2026-01-05 08:00:00 UTC, false",
    "active, '', '', false"
  })
  void onlyAServiceThatWasActiveAndTellsTheSameStartRunsOnUnchanged(
      String state, String before, String after, boolean unchanged) {
    assertThat(unit("active", after).runsSince(unit(state, before))).isEqualTo(unchanged);
  }

  @Test
  void whatIsMissingIsEmptyNotInvented() {
    UnitFacts facts = UnitFacts.parse(List.of("garbage", "=x", "LoadState=not-found"));
    assertThat(facts.loadState()).isEqualTo("not-found");
    assertThat(facts.activeState()).isEmpty();
    assertThat(facts.activeSince()).isNull();
    assertThat(unit("active", "Mon 2026-01-05 08:00:00 UTC").activeSince())
        .isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
  }

  @Test
  void numbersAreReadFromRealAnswers() {
    assertThat(
            MachineFacts.diskPercent(
                List.of(
                    "Filesystem 1-blocks Used Available Capacity Mounted on",
                    "/dev/vda1 1000000 300000 600000 34% /")))
        .hasValueCloseTo(33.3, org.assertj.core.data.Offset.offset(0.1));
    assertThat(
            MachineFacts.memoryPercent(
                List.of(
                    "               total        used        free      shared  buff/cache  "
                        + " available",
                    "Mem:     1000 400 100 0 500 250",
                    "Swap: 0 0 0")))
        .hasValue(75);
    assertThat(MachineFacts.load(List.of("0.50 0.40 0.30 1/200 4242"))).hasValue(0.5);
    assertThat(MachineFacts.cores(List.of("8"))).hasValue(8);
  }

  @Test
  void whatALoginShellPrintsFirstIsPassedOver() {
    assertThat(MachineFacts.cores(List.of("Welcome to runner-a", "8"))).hasValue(8);
    assertThat(MachineFacts.load(List.of("Welcome", "0.50 0.40 0.30 1/2 3"))).hasValue(0.5);
    assertThat(
            MachineFacts.diskPercent(
                List.of("Welcome", "Filesystem 1-blocks Used", "/dev/vda1 100 50 50 50% /")))
        .hasValue(50);
  }

  @Test
  void answersThatAreNoneAreNoNumbers() {
    for (List<String> answer :
        List.of(List.<String>of(), List.of(""), List.of("x", "y"), List.of("Mem: a b c d e f"))) {
      assertThat(MachineFacts.diskPercent(answer)).isEmpty();
      assertThat(MachineFacts.memoryPercent(answer)).isEmpty();
      assertThat(MachineFacts.load(answer)).isEmpty();
      assertThat(MachineFacts.cores(answer)).isEmpty();
    }
  }
}
