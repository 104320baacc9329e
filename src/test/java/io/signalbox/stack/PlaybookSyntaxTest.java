package io.signalbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.Binaries;
import io.signalbox.rig.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    assertThat(ansible("--syntax-check", playbook))
        .contains("playbook: " + playbook)
        .doesNotContain("WARNING");
    assertThat(ansible("--list-hosts", playbook)).contains("web-1", "web-2", "web-3");
  }

  private static String ansible(String... arguments) throws IOException {
    List<String> argv =
        new ArrayList<>(
            List.of(
                "env",
                "-C",
                STACK.toString(),
                "LC_ALL=C.UTF-8",
                "PYTHONDONTWRITEBYTECODE=1",
                Binaries.require("ansible-playbook").toString()));
    argv.addAll(List.of(arguments));
    return RealSshd.run(argv.toArray(String[]::new));
  }
}
