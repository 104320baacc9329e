package io.signalbox.rig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Finds the programs that integration tests start. */
public final class Binaries {
  private Binaries() {}

  /** The program's path; aborts the running test, with what to install, where it is missing. */
  public static Path require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new TestAbortedException(
                    name
                        + " is not installed, so this test did not run: apt-get install "
                        + packageOf(name)));
  }

  /** The program's path on this machine, if it is there. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/usr/sbin"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String packageOf(String name) {
    return switch (name) {
      case "sshd", "ssh" -> "openssh-server openssh-client";
      case "ansible-playbook" -> "ansible-core";
      case "Xvfb" -> "xvfb";
      case "dbus-run-session" -> "dbus";
      case "dunstctl" -> "dunst";
      case "notify-send" -> "libnotify-bin";
      default -> name;
    };
  }
}
