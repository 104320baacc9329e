package io.signalbox.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"-oProxyCommand=id", "a;b", "a$(id)b", "a b", "", "a\nb", "a`b", "ä"})
  void namesThatCouldBeMoreThanNamesAreRefused(String name) {
    assertThat(SshNames.validHost(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.51", "runner-a.example.com", "2001:db8::1", "shop_alias"})
  void hostsAreAccepted(String name) {
    assertThat(SshNames.validHost(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-l", "a -o", "a\\", "a;b", "a'b", ""})
  void usersThatCouldBeMoreThanUsersAreRefused(String name) {
    assertThat(SshNames.validUser(name)).isFalse();
  }

  @Test
  void nothingAcceptedHoldsACharacterOfTheShell() {
    Random random = new Random(20260105);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        text.append((char) random.nextInt(0x100));
      }
      String name = text.toString();
      if (SshNames.validHost(name)) {
        assertThat(name)
            .matches("[^-'`\"$\\\\;&<>|(){},\\s\\p{Cntrl}][^'`\"$\\\\;&<>|(){},\\s\\p{Cntrl}]*");
      }
    }
  }
}
