package io.signalbox.rig;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The users of the rig's machines. Where the tests run as root each machine has a system user of
 * its own, {@code signalbox-rig-1} and so on: no password, no home folder, harmless when left, and
 * left because other tests may use it. Elsewhere all machines are the user who runs the tests, and
 * what rests on users of their own says so by an assumption.
 */
public final class RigUsers {
  private static final String ME = System.getProperty("user.name");
  private static final int ATTEMPTS = 10;

  private RigUsers() {}

  /** Aborts the test where machines cannot have users of their own. */
  public static void require() {
    assumeTrue(root(), "needs root: only root makes users and logs in as them");
  }

  static boolean root() {
    return ME.equals("root");
  }

  /** The user of the machine with this number; made where root finds none. */
  static String of(int number) throws IOException {
    if (!root()) {
      return ME;
    }
    String name = "signalbox-rig-" + number;
    for (int attempt = 0; attempt < ATTEMPTS && !known(name); attempt++) {
      make(name); // another test may be making it just now: that one's will do
    }
    if (!known(name)) {
      throw new IOException("there is no user " + name + " and useradd made none");
    }
    return name;
  }

  private static boolean known(String name) throws IOException {
    return ended("id", "-u", name) == 0;
  }

  private static void make(String name) throws IOException {
    int _ =
        ended(
            "/usr/sbin/useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            "/",
            "--shell",
            "/bin/sh",
            "--password",
            "*", // no password fits; "!" would be a locked account, which sshd refuses
            name);
  }

  private static int ended(String... argv) throws IOException {
    Process command =
        new ProcessBuilder(argv)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return command.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Gives a folder with all that is in it to a user. */
  static void own(String user, Path folder) throws IOException {
    if (root()) {
      RealSshd.run("chown", "-R", "--no-dereference", user + ":" + user, folder.toString());
    }
  }

  /** A command as this user runs it. */
  static String[] as(String user, String... argv) {
    List<String> words = new ArrayList<>();
    if (root()) {
      words.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
    }
    words.addAll(List.of(argv));
    return words.toArray(String[]::new);
  }

  /** Lets other users pass through this folder and those above it that are temporary too. */
  static void reachable(Path folder) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
      Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(at);
      if (allowed.add(PosixFilePermission.OTHERS_EXECUTE)) {
        assumeTrue(at.startsWith(temporary), at + " is closed to the users of the rig's machines");
        Files.setPosixFilePermissions(at, allowed);
      }
    }
  }

  /** Closes a folder to everybody but its owner. */
  static void close(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }
}
