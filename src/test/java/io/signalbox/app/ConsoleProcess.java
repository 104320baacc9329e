package io.signalbox.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A headless verb in a process of its own, to be killed. */
final class ConsoleProcess {
  private ConsoleProcess() {}

  /**
   * Starts it in the module arrangement of the product: JavaFX as modules, the rest on the class
   * path.
   *
   * @param home of its operator, made where it is not there
   * @param out takes all that it prints
   * @param options of the JVM
   */
  static Process start(Path home, Path out, List<String> options, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xshare:auto");
    command.add("--module-path=" + System.getProperty("jdk.module.path"));
    command.add("--add-modules=javafx.controls");
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Signalbox.class.getName()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("HOME", Files.createDirectories(home).toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    builder.redirectInput(Path.of("/dev/null").toFile());
    return builder.start();
  }
}
