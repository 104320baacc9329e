package io.signalbox.action;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file for output that memory has no room for; its owner alone can read it, and it has no name
 * any more as soon as it is open where the system allows that, so that nothing of it survives the
 * process however that ends. What it holds is masked already. Safe on every thread.
 */
final class SpillFile implements AutoCloseable {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> FOLDER_OF_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final long LEFT_FREE = 256L << 20;
  private static final int CHECKED_EVERY = 256;

  private final Path folder;
  private final FileChannel channel;
  private final long most;
  private long end;
  private int appended;

  private SpillFile(Path folder, FileChannel channel, long most) {
    this.folder = folder;
    this.channel = channel;
    this.most = most;
  }

  /**
   * Makes one.
   *
   * @param most bytes that it may take
   */
  static SpillFile create(Path folder, long most) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      createFolder(folder);
    } else {
      Files.createDirectories(folder);
    }
    Path file =
        posix
            ? Files.createTempFile(folder, "output-", ".spill", OWNER_ONLY)
            : Files.createTempFile(folder, "output-", ".spill");
    // on Unix this takes the name away at once
    Set<StandardOpenOption> options =
        EnumSet.of(
            StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    FileChannel channel = FileChannel.open(file, options);
    return new SpillFile(folder, channel, most);
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder, FOLDER_OF_OWNER);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + " is no folder", e);
    }
  }

  /** Adds a block; answers where it begins. */
  synchronized long append(byte[] bytes, int size) throws IOException {
    if (end + size > most) {
      throw new IOException("it reached its " + (most >> 20) + " MiB");
    }
    if (appended++ % CHECKED_EVERY == 0
        && Files.getFileStore(folder).getUsableSpace() < LEFT_FREE) {
      throw new IOException("less than 256 MiB are free on its disk");
    }
    ByteBuffer from = ByteBuffer.wrap(bytes, 0, size);
    long begin = end;
    while (from.hasRemaining()) {
      end += channel.write(from, end);
    }
    return begin;
  }

  /** Reads a block. */
  byte[] read(long offset, int size) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(size);
    long at = offset;
    while (into.hasRemaining()) {
      int read = channel.read(into, at);
      if (read < 0) {
        throw new IOException("it is shorter than it was");
      }
      at += read;
    }
    return into.array();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // it is deleted with the process at the latest
    }
  }
}
