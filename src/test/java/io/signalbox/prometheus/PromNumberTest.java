package io.signalbox.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.http.WireException;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromNumberTest {
  @Test
  void readsWhatPrometheusSends() throws Exception {
    assertThat(PromNumber.parse("NaN")).isNaN();
    assertThat(PromNumber.parse("+Inf")).isInfinite().isPositive();
    assertThat(PromNumber.parse("-Inf")).isInfinite().isNegative();
    assertThat(PromNumber.parse("1e+00")).isEqualTo(1);
    assertThat(PromNumber.parse("1e308")).isEqualTo(1e308);
    assertThat(PromNumber.parse("1764000000.123")).isEqualTo(1764000000.123);
    assertThat(1 / PromNumber.parse("-0")).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void agreesWithTheJdkToTheLastBit() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200_000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> random.nextInt(-100_000, 100_000) / 1000.0;
            case 1 -> random.nextDouble() * 1e10;
            case 2 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextLong();
          };
      if (!Double.isFinite(value)) {
        continue;
      }
      String text = i % 3 == 0 ? String.format(Locale.ROOT, "%.6f", value) : Double.toString(value);
      assertThat(PromNumber.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1d", "0x1p3", "-", ".", "+", "1.2.3", "one", "1 ", "Infinity", "1e", "--1"})
  void refusesWhatPrometheusNeverSends(String text) {
    assertThatThrownBy(() -> PromNumber.parse(text)).isInstanceOf(WireException.class);
  }
}
