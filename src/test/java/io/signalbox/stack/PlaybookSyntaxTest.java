package io.signalbox.stack;

import io.signalbox.rig.Binaries;
import io.signalbox.rig.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every playbook of the stack, in the example inventory. */
class PlaybookSyntaxTest {
  private static final Path STACK =
      Path.of(System.getProperty("project.directory", "."), "src/stack/ansible");

  static Stream<String> playbooks() throws IOException {
    try (Stream<Path> files = Files.list(STACK)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yml"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("playbooks")
  void ansibleReadsItAndSeesTheExampleHosts(String playbook) throws IOException {
    String text =
        RealSshd.run(
            "env",
            "-C",
            STACK.toString(),
            "LC_ALL=C.UTF-8",
            "PYTHONDONTWRITEBYTECODE=1",
            Binaries.require("ansible-playbook").toString(),
            "-i",
            "inventories/production/hosts",
            "--syntax-check",
            "--list-hosts",
            playbook);
    org.assertj.core.api.Assertions.assertThat(text)
        .contains("web-1", "web-3")
        .doesNotContain("WARNING");
  }
}
