package io.signalbox.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewClassifierTest {
  private static final Listing NOTHING = new Listing(List.of());

  private static List<Forecast> forecasts(EventsFixture events) {
    return PreviewClassifier.report(events.tree(), NOTHING).tasks().stream()
        .map(TaskForecast::forecast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ok|''|UNCHANGED",
        "changed|''|WILL_CHANGE",
        "skipped|,'skip':'condition'|SKIPPED",
        "skipped|,'skip':'check-mode'|UNPREDICTABLE",
        "skipped|,'skip':'other'|UNPREDICTABLE",
        "skipped|,'skip':'other','skipReason':'No items in the list'|SKIPPED",
        "changed|,'msg':'Command would have run if not in check mode'|UNPREDICTABLE",
        "failed|,'msg':'undefined'|UNPREDICTABLE",
        "unreachable|''|UNPREDICTABLE",
        "ignored|''|UNPREDICTABLE"
      })
  void oneTaskOnOneHost(String state, String more, Forecast expected) {
    EventsFixture events =
        new EventsFixture().play("p", "x").task("t", "copy", "").result("t", "web-1", state, more);
    assertThat(forecasts(events)).containsExactly(expected);
  }

  @Test
  void theLeastCertainHostDecides() {
    EventsFixture events =
        new EventsFixture()
            .play("p", "x")
            .task("t", "copy", "")
            .result("t", "web-1", "skipped", ",'skip':'condition'")
            .result("t", "web-2", "changed", "");
    assertThat(forecasts(events)).containsExactly(Forecast.WILL_CHANGE);
    events.result("t", "web-3", "failed", "");
    assertThat(forecasts(events)).containsExactly(Forecast.UNPREDICTABLE);
  }

  @Test
  void whatRestsOnACommandsResultIsNotKnownAndNeverUnchanged() {
    EventsFixture events =
        new EventsFixture()
            .play("p", "x")
            .task("ask", "command", ",'register':'asked'")
            .result("ask", "web-1", "skipped", ",'skip':'check-mode'")
            .task("when", "copy", ",'asks':['asked','target']")
            .result("when", "web-1", "skipped", ",'skip':'condition'")
            .task("fact", "set_fact", ",'uses':['asked'],'sets':['derived']")
            .result("fact", "web-1", "ok", "")
            .task("use", "copy", ",'uses':['derived']")
            .result("use", "web-1", "changed", "")
            .task("plain", "copy", ",'uses':['target']")
            .result("plain", "web-1", "ok", "")
            .task("say", "ansible.builtin.debug", ",'uses':['asked']")
            .result("say", "web-1", "ok", "");
    assertThat(forecasts(events))
        .containsExactly(
            Forecast.UNPREDICTABLE,
            Forecast.UNPREDICTABLE,
            Forecast.UNPREDICTABLE,
            Forecast.UNPREDICTABLE,
            Forecast.UNCHANGED,
            Forecast.UNCHANGED);
  }

  @Test
  void whatWasNotComeToIsCountedAndTheHeadlineSaysIt() {
    EventsFixture events =
        new EventsFixture()
            .line("playbook", "'plays':[{'tasks':3}]")
            .play("p", "x")
            .task("Gathering Facts", "gather_facts", "")
            .task("first", "copy", "")
            .result("first", "web-1", "changed", "")
            .task("second", "assert", "")
            .result("second", "web-1", "failed", ",'msg':'no'")
            .stats(EventsFixture.counts("web-1", 1, 1, 1, 0, 0));
    Listing listing =
        Listing.parse(
            """

            playbook: rollback.yml

              play #1 (web): Bring it back\tTAGS: []
                pattern: ['web']
                hosts (1):
                  web-1
                tasks:
                  first\tTAGS: []
                  second\tTAGS: []
                  Flush\tTAGS: []
                  third\tTAGS: [x]
            """);
    assertThat(listing.tasks()).isEqualTo(4);
    assertThat(listing.hosts()).containsExactly("web-1");
    PreviewReport report = PreviewClassifier.report(events.tree(), listing);
    assertThat(report.total()).isEqualTo(3);
    assertThat(report.headline()).isEqualTo("Preview covers 1 of 3 tasks; 2 cannot be predicted");
    assertThat(report.failures()).containsExactly("second on web-1: no");
  }

  @Test
  void whatRunsInCheckModeTooIsNamed() {
    EventsFixture events =
        new EventsFixture()
            .play("p", "x")
            .task("real", "command", ",'checkMode':false")
            .result("real", "web-1", "changed", "");
    assertThat(PreviewClassifier.report(events.tree(), NOTHING).reallyRan())
        .containsExactly("real");
  }

  @Test
  void thePrintedRecapIsRead() {
    PrintedRun printed = new PrintedRun();
    """
    TASK [x] ****
    ok: [web-1]
    PLAY RECAP *****************************
    web-1                      : ok=3    changed=1    unreachable=0    failed=0    skipped=2    rescued=1    ignored=4
    web-2                      : ok=0    changed=0    unreachable=1    failed=0
    """
        .lines()
        .forEach(printed::line);
    assertThat(printed.tasks()).isEqualTo(1);
    assertThat(printed.hosts())
        .containsExactly(
            new HostRecap("web-1", 3, 1, 0, 0, 1, 4, 2),
            new HostRecap("web-2", 0, 0, 0, 1, 0, 0, 0));
  }
}
