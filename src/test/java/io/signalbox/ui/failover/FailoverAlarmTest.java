package io.signalbox.ui.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.ui.failover.FailoverAlarm.Alarm;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is seen once stays seen, also where nobody knows since when it is so. */
class FailoverAlarmTest {
  private static final Instant T = Instant.parse("2026-03-01T03:00:00Z");

  @Test
  void theSameAlarmIsNoNewsWhateverTimeItCarries() {
    Alarm first = new Alarm("Nobody can deploy", "shop-runner-a", T);
    Alarm later = new Alarm("Nobody can deploy", "shop-runner-a", T.plusSeconds(1));
    assertThat(later.same(first)).isTrue();
    assertThat(later.after(first).since()).isEqualTo(T);
    assertThat(later.same(null)).isFalse();
    assertThat(later.same(new Alarm("A failover is due", "shop-runner-a", T))).isFalse();
  }
}
