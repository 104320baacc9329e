package io.signalbox.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.profile.TokenRef;
import io.signalbox.rig.DesktopSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real keyring on a message bus of its own: the token is found, and a missing one is said. */
class RealKeyringTest {
  private static final String TOKEN = "ghp_keyring0123456789";

  @TempDir Path home;

  @Test
  void theTokenComesFromTheKeyring() throws Exception {
    for (String program : List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool")) {
      assumeTrue(
          Files.isExecutable(Path.of("/usr/bin", program)),
          program + " is not installed here (dbus, gnome-keyring, libsecret-tools)");
    }
    String script =
        // the newline ends the password with which the login keyring is made
        "printf 'test\\n' | gnome-keyring-daemon --unlock >/dev/null 2>&1;"
            + " printf %s \"$TOKEN\" | timeout 15 secret-tool store --label=signalbox"
            + " service signalbox name github || echo unusable;"
            + " echo \"bus=$DBUS_SESSION_BUS_ADDRESS\"; read -r _; exit 0";
    try (DesktopSession session = new DesktopSession(home, Map.of("TOKEN", TOKEN), script)) {
      String bus = "";
      boolean usable = true;
      String line = session.line();
      while (line != null && !line.startsWith("bus=")) {
        usable &= !line.contains("unusable");
        line = session.line();
      }
      bus = line == null ? "" : line.substring(4);
      assumeTrue(usable && !bus.isEmpty(), "no keyring can be opened without a desktop here");
      Map<String, String> here = session.environment(bus);
      Tokens tokens = new Tokens(here);
      assertThat(tokens.resolve(new TokenRef.Keyring("github")).reveal()).isEqualTo(TOKEN);
      assertThatThrownBy(() -> tokens.resolve(new TokenRef.Keyring("other")))
          .hasMessageContaining("keyring entry other")
          .hasMessageContaining("secret-tool store");
    }
  }
}
