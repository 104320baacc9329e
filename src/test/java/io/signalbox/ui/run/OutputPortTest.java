package io.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What of an output is in sight. */
class OutputPortTest {
  private final OutputPort port = new OutputPort();

  @Test
  void revealMovesNoFurtherThanItHasTo() {
    port.size(100);
    port.fit(10);
    port.reveal(4);
    assertThat(port.top()).isZero();
    port.reveal(10);
    assertThat(port.top()).isEqualTo(1);
    port.to(50);
    port.reveal(20);
    assertThat(port.top()).isEqualTo(20);
  }

  @Test
  void fewerLinesThanRoomStayAtTheTop() {
    port.fit(10);
    port.size(3);
    port.to(99);
    assertThat(port.first()).isZero();
    assertThat(port.end()).isEqualTo(3);
    port.size(0);
    assertThat(port.end()).isZero();
  }

  @Test
  void whatIsInSightAlwaysExists() {
    Random random = new Random(7);
    for (int round = 0; round < 100_000; round++) {
      int size = random.nextInt() >>> (1 + random.nextInt(31));
      port.fit(random.nextDouble(200));
      port.size(size);
      port.to(random.nextGaussian() * size);
      assertThat(port.first()).isBetween(0, size);
      assertThat(port.end()).isBetween(port.first(), size);
      assertThat(port.end() - port.first()).isLessThanOrEqualTo(201);
      assertThat(port.end() > port.first()).isEqualTo(size > 0);
    }
  }
}
