package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DesktopArgumentsTest {
  private static String read(String... arguments) {
    return DesktopArguments.of(arguments).map(DesktopArguments::toString).orElse("parsed");
  }

  @Test
  void a_profile_alone_needs_no_parsing() {
    assertThat(DesktopArguments.of(new String[0])).hasValue(new DesktopArguments("", false));
    assertThat(DesktopArguments.of(new String[] {"--profile", "a.yaml"}))
        .hasValue(new DesktopArguments("a.yaml", false));
    assertThat(DesktopArguments.of(new String[] {"--profile=a.yaml", "--first-frame"}))
        .hasValue(new DesktopArguments("a.yaml", true));
  }

  @Test
  void everything_else_goes_to_the_command_line() {
    assertThat(read("--profile")).isEqualTo("parsed");
    assertThat(read("--profile", "--help")).isEqualTo("parsed");
    assertThat(read("--profile=a", "--profile=b")).isEqualTo("parsed");
    assertThat(read("status")).isEqualTo("parsed");
    assertThat(read("--version")).isEqualTo("parsed");
    assertThat(read("--profil", "a.yaml")).isEqualTo("parsed");
  }
}
