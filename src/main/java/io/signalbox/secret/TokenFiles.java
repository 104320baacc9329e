package io.signalbox.secret;

import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A token in a file that nobody but its owner can read. */
final class TokenFiles {
  private static final long LARGEST = 64 * 1024;

  private TokenFiles() {}

  static String read(Path path) throws SourceException {
    try {
      PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
      check(path, file);
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw refused(path, "it does not exist", "Write the token there and run: chmod 600 " + path);
    } catch (UnsupportedOperationException e) {
      throw refused(
          path, "this system cannot tell who may read it", "Keep the token in the keyring instead");
    } catch (IOException e) {
      throw refused(path, "it cannot be read", "Check its owner and the folders above it");
    }
  }

  private static void check(Path path, PosixFileAttributes file)
      throws IOException, SourceException {
    if (!file.isRegularFile() || file.size() > LARGEST) {
      throw refused(path, "it is no plain small file", "Name the file that holds the token alone");
    }
    Set<PosixFilePermission> beyond = EnumSet.noneOf(PosixFilePermission.class);
    beyond.addAll(file.permissions());
    beyond.remove(PosixFilePermission.OWNER_READ);
    beyond.remove(PosixFilePermission.OWNER_WRITE);
    if (!beyond.isEmpty()) {
      throw refused(
          path,
          "others may use it (" + PosixFilePermissions.toString(file.permissions()) + ")",
          "Run: chmod 600 " + path);
    }
    String user = System.getProperty("user.name", "");
    if (!file.owner().getName().equals(user)) {
      throw refused(
          path,
          "it belongs to " + file.owner().getName() + ", not to " + user,
          "Run: chown " + user + " " + path);
    }
  }

  private static SourceException refused(Path path, String why, String next) {
    return SourceException.hopeless(
        "The token file " + path + " is not used: " + why + ". " + next + ".");
  }
}
