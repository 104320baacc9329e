package io.signalbox.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of known_hosts lines. */
class HostPatternsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runner-a | runner-a | true",
        "Runner-A | runner-a | true",
        "runner-a | runner-ab | false",
        "runner-? | runner-b | true",
        "*.example.com | a.example.com | true",
        "*.example.com | example.com | false",
        "* | [runner-a]:2222 | true",
        "runner-a | [runner-a]:2222 | false",
        "[runner-a]:* | [runner-a]:2222 | true",
        "[runner-a]:* | runner-a | false",
        "[runner-?]:2222 | [runner-b]:2222 | true",
        "*.example.com,!b.example.com | b.example.com | false",
        "*.example.com,!b.example.com | c.example.com | true",
        "!b.example.com | c.example.com | false",
        "192.0.2.*,runner-a | 192.0.2.7 | true",
        "a*b*c | aXbYbZc | true",
        "a*b*c | aXbYbZ | false",
        "a.c | abc | false",
      })
  void areReadAsOpenSshDoes(String names, String host, boolean matches) {
    assertThat(HostPatterns.match(names, host)).isEqualTo(matches);
  }

  @Test
  void manyStarsTakeNoTime() {
    assertThat(HostPatterns.match("*a".repeat(2000) + "b", "a".repeat(20_000))).isFalse();
  }
}
