package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The throw-away home holds all a client needs, readable by its owner only. */
class DemoHomeTest {
  @TempDir Path folder;

  @Test
  void theHomeHoldsProfileTokenAndSshFilesWithMode0600() throws Exception {
    Path home = folder.resolve("home");
    try (DemoWorld world = start(home)) {
      assertThat(files(home))
          .containsExactlyInAnyOrder(
              "profile.yaml", "token", "ssh/id_ed25519", "ssh/known_hosts", "ssh/config");
      for (String file : files(home)) {
        assertThat(mode(home.resolve(file))).as(file).isEqualTo("rw-------");
      }
      assertThat(mode(home)).isEqualTo("rwx------");
      assertThat(mode(home.resolve("ssh"))).isEqualTo("rwx------");
      assertThat(world.profile()).isEqualTo(home.resolve("profile.yaml"));
    }
    assertThat(files(folder)).as("nothing beside the home").allMatch(f -> f.startsWith("home/"));
  }

  @Test
  void theProfileNamesTheFleetAndKeepsNoSecret() throws Exception {
    Path home = folder.resolve("home");
    try (DemoWorld world = start(home);
        DemoClient client = new DemoClient(world)) {
      String text = Files.readString(world.profile());
      String token = Files.readString(home.resolve("token")).strip();
      JsonNode profile = client.profile();

      assertThat(token).hasSizeGreaterThan(20);
      assertThat(text).doesNotContain(token).doesNotContain("PRIVATE KEY");
      assertThat(profile.path("environment").path("name").asString()).isEqualTo("production");
      assertThat(profile.path("environment").path("readOnly").asBoolean()).isTrue();
      assertThat(profile.path("hosts").size()).as("the fleet and the control host").isEqualTo(9);
      assertThat(profile.path("runners").size()).isEqualTo(12);
      assertThat(profile.path("runners").get(0).path("role").asString()).isEqualTo("primary");
      assertThat(profile.path("runners").get(1).path("failover").asString()).isEqualTo("approved");
    }
  }

  @Test
  void aSecondStartInTheSameHomeReplacesItsFiles() throws Exception {
    Path home = folder.resolve("home");
    start(home).close();
    String first = Files.readString(home.resolve("token"));
    start(home).close();
    assertThat(Files.readString(home.resolve("token"))).isNotEqualTo(first);
    assertThat(files(home)).hasSize(5);
  }

  private static DemoWorld start(Path home) throws Exception {
    return DemoWorld.start(new DemoOptions(Scenario.CALM, 7, SimulatorRig.clock(), home));
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> files(Path root) throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(p -> root.relativize(p).toString().replace('\\', '/'))
          .toList();
    }
  }
}
