package io.signalbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.alertmanager.AlertmanagerSource;
import io.signalbox.http.HttpClients;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.AlertmanagerReading;
import io.signalbox.model.Severity;
import io.signalbox.model.Silence;
import io.signalbox.profile.HttpSource;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.snapshot.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An Alertmanager, real or simulated; a subclass starts it before each test. */
public abstract class AlertmanagerContract {
  private final HttpClients clients = new HttpClients();

  /** Where it answers. */
  protected abstract URI url();

  /** Makes it know a firing alert with these labels since this time. */
  protected abstract void raise(Map<String, String> labels, Instant since);

  /** Silences the alert with this name for an hour. */
  protected abstract void silence(String alertname, String comment);

  @AfterEach
  final void closeClients() {
    clients.close();
  }

  @Test
  final void aRaisedAlertFiresSinceItsBeginning() {
    Instant since =
        Instant.now().minusSeconds(300).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    raise(
        Map.of("alertname", "ContractAlert", "severity", "critical", "hostname", "runner-a"),
        since);
    AlertInstance alert = untilKnown("ContractAlert");
    assertThat(alert.state()).isEqualTo(AlertState.FIRING);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.since()).isEqualTo(since);
    assertThat(alert.labels()).containsEntry("hostname", "runner-a");
    assertThat(alert.source()).isEqualTo("alertmanager/contract");
  }

  @Test
  final void aSilencedAlertIsSuppressedAndTheSilenceIsListed() {
    raise(Map.of("alertname", "QuietAlert", "severity", "warning"), Instant.now().minusSeconds(60));
    untilKnown("QuietAlert");
    silence("QuietAlert", "contract test");
    AlertmanagerReading reading =
        await()
            .pollInterval(Duration.ofMillis(200))
            .until(
                () -> source().read().value(),
                r ->
                    alert(r, "QuietAlert").stream()
                        .anyMatch(a -> a.state() == AlertState.SUPPRESSED));
    Silence silence =
        reading.silences().stream()
            .filter(s -> s.comment().equals("contract test"))
            .findFirst()
            .orElseThrow();
    assertThat(silence.id()).isNotEmpty();
    assertThat(silence.matchers()).containsExactly("alertname=\"QuietAlert\"");
    assertThat(silence.state()).isEqualTo("active");
    assertThat(silence.endsAt()).isAfter(silence.startsAt());
  }

  @Test
  final void manyReadersAtOnceAreAllAnswered() throws Exception {
    AlertmanagerSource source = source();
    Callable<Reading<AlertmanagerReading>> read = source::read;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reading<AlertmanagerReading>>> reads =
          IntStream.range(0, 60).mapToObj(_ -> read).toList();
      for (Future<Reading<AlertmanagerReading>> each : threads.invokeAll(reads)) {
        assertThat(each.get().partial()).isFalse();
      }
    }
  }

  private AlertInstance untilKnown(String name) {
    return await()
        .pollInterval(Duration.ofMillis(200))
        .until(() -> alert(source().read().value(), name), found -> !found.isEmpty())
        .getFirst();
  }

  private static List<AlertInstance> alert(AlertmanagerReading reading, String name) {
    return reading.alerts().stream().filter(a -> a.name().equals(name)).toList();
  }

  private AlertmanagerSource source() {
    return new AlertmanagerSource(
        new HttpSource("contract", url(), Duration.ofSeconds(10), null, null),
        clients,
        new LazyToken(new Tokens(Map.of()), null));
  }
}
