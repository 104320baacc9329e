package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.alertmanager.AlertmanagerSource;
import io.signalbox.http.HttpClients;
import io.signalbox.model.AlertState;
import io.signalbox.model.AlertmanagerReading;
import io.signalbox.model.GithubReading;
import io.signalbox.model.Job;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.Signal;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.GithubSource;
import io.signalbox.profile.Profile;
import io.signalbox.profile.TokenRef;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.profile.read.ProfileResult;
import io.signalbox.prometheus.PrometheusSource;
import io.signalbox.rig.MutableClock;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.snapshot.Reading;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's own reader and clients take the demo world for an ordinary environment. */
class ProductionClientsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void theProfileLoadsWithoutAMessageAndEverySourceIsReadWhole(Scenario scenario) throws Exception {
    MutableClock clock = SimulatorRig.clock();
    try (DemoWorld world = DemoWorld.start(new DemoOptions(scenario, 7, clock, folder));
        HttpClients clients = new HttpClients()) {
      ProfileResult result = new ProfileReader(folder).read(world.profile());
      assertThat(result.problems()).isEmpty();
      Profile profile = result.profile();
      assertThat(profile).isNotNull();

      Reading<PrometheusReading> prometheus =
          new PrometheusSource(
                  profile.sources().prometheus().getFirst(),
                  profile.signals(),
                  clients,
                  clock,
                  token(null))
              .read();
      assertThat(prometheus.warnings()).isEmpty();
      assertThat(prometheus.partial()).isFalse();
      assertWhole(prometheus.value(), world);

      Reading<AlertmanagerReading> alertmanager =
          new AlertmanagerSource(profile.sources().alertmanager().getFirst(), clients, token(null))
              .read();
      assertThat(alertmanager.warnings()).isEmpty();
      assertThat(alertmanager.value().silences()).isNotEmpty();
      long firing =
          prometheus.value().alerts().stream().filter(a -> a.state() == AlertState.FIRING).count();
      assertThat(alertmanager.value().alerts()).hasSize((int) firing);

      GithubSource source = Objects.requireNonNull(profile.sources().github());
      Reading<GithubReading> github =
          new io.signalbox.github.GithubSource(source, clients, clock, token(source.token()))
              .read();
      assertThat(github.warnings()).isEmpty();
      assertThat(github.partial()).isFalse();
      assertWhole(github.value(), world);
    }
  }

  private static void assertWhole(PrometheusReading reading, DemoWorld world) {
    for (Signal signal : Signal.values()) {
      assertThat(reading.signals().get(signal).samples()).as(signal.name()).isNotEmpty();
      assertThat(reading.signals().get(signal).samples())
          .as(signal.name())
          .allMatch(sample -> sample.at() != null);
    }
    assertThat(reading.signals().get(Signal.CPU).history()).isNotEmpty();
    assertThat(reading.targets()).hasSameSizeAs(world.fleet().runners());
    assertThat(reading.rules()).isNotEmpty();
  }

  private static void assertWhole(GithubReading reading, DemoWorld world) {
    assertThat(reading.runners()).hasSameSizeAs(world.fleet().runners());
    assertThat(reading.runners()).allMatch(r -> r.online() == world.fleet().online(r.name()));
    assertThat(reading.runs()).hasSizeGreaterThan(40);
    assertThat(reading.runs())
        .flatExtracting(WorkflowRun::jobs)
        .flatExtracting(Job::steps)
        .hasSizeGreaterThan(100);
    assertThat(reading.deployments()).isNotEmpty();
    assertThat(reading.environments()).hasSize(2);
  }

  private static LazyToken token(@Nullable TokenRef ref) {
    return new LazyToken(new Tokens(Map.of()), ref);
  }
}
