package io.signalbox.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One file of the journal, open at its end. A line is on disk when {@link #append} returns. */
final class Segment implements AutoCloseable {
  private final Path file;
  private final JournalFs.Handle handle;
  private long end;

  private Segment(Path file, JournalFs.Handle handle, long end) {
    this.file = file;
    this.handle = handle;
    this.end = end;
  }

  static Segment open(JournalFs fs, Path folder, Path file) throws IOException {
    JournalFs.Handle handle = fs.open(file);
    try {
      Segment segment = new Segment(file, handle, handle.size());
      if (segment.end == 0) {
        handle.force();
        // a new name is on disk only once its folder is
        fs.forceFolder(folder);
      }
      return segment;
    } catch (IOException e) {
      handle.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /**
   * Writes a line and waits until the disk has it. After a failure this object is used no more:
   * what is left of the line, if it could not be taken back, is for the recovery to find.
   */
  void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    int length = bytes.remaining();
    try {
      long at = end;
      while (bytes.hasRemaining()) {
        at += handle.write(bytes, at);
      }
      handle.force();
      end += length;
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
  }

  private void takeBack(IOException why) {
    try {
      handle.truncate(end);
      handle.force();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }
}
