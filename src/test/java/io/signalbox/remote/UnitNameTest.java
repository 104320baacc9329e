package io.signalbox.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "actions.runner.acme-shop.shop-runner-a.service",
        "a@b:c_d.service",
        "a\\x2db.service"
      })
  void servicesAreNames(String name) {
    assertThat(new UnitName(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-f.service",
        "actions.runner.*.service",
        "a.timer",
        "a b.service",
        "a;b.service",
        "a.service\n",
        "../a.service",
        "$(id).service",
        "[ab].service",
        ".service"
      })
  void optionsGlobsAndOtherUnitsAreNot(String name) {
    assertThatThrownBy(() -> new UnitName(name)).hasMessageContaining("not a service's name");
  }
}
