package io.signalbox.journal;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Owner-only files and folders where the file system knows owners in that way. */
final class Privacy {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Privacy() {}

  /** True where a folder can be opened and forced like a file, too. */
  static boolean posix() {
    return POSIX;
  }

  static FileAttribute<?>[] file() {
    return attributes("rw-------");
  }

  static FileAttribute<?>[] folder() {
    return attributes("rwx------");
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
