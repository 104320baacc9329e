package io.signalbox.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The real disk, but one call of it fails in one of four ways. */
final class FailingFs implements JournalFs {
  /** How the chosen call fails. */
  enum Way {
    ERROR,
    /** Half of what was to be written is; the rest fails. */
    SHORT_WRITE,
    NO_SPACE,
    /** Half of what was to be written is; nothing after that is done at all, not even closing. */
    PROCESS_STOP
  }

  private final JournalFs disk = new DiskFs();
  private final int failing;
  private final Way way;
  private int calls;
  private boolean stopped;

  /** Fails the call with this number, counted from 1; 0 fails none. */
  FailingFs(int failing, Way way) {
    this.failing = failing;
    this.way = way;
  }

  int calls() {
    return calls;
  }

  boolean stopped() {
    return stopped;
  }

  /** True where this very call is to fail. */
  private boolean fails() throws IOException {
    if (stopped) {
      throw new IOException("the process is gone");
    }
    calls++;
    if (calls == failing) {
      stopped = way == Way.PROCESS_STOP;
      return true;
    }
    return false;
  }

  private void step() throws IOException {
    if (fails()) {
      throw failure();
    }
  }

  private IOException failure() {
    return new IOException(
        switch (way) {
          case ERROR -> "Input/output error";
          case SHORT_WRITE -> "short write";
          case NO_SPACE -> "No space left on device";
          case PROCESS_STOP -> "killed";
        });
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step();
    disk.createFolder(folder);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    step();
    return disk.list(folder);
  }

  @Override
  public boolean exists(Path file) throws IOException {
    step();
    return disk.exists(file);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    step();
    return disk.read(file);
  }

  @Override
  public Handle open(Path file) throws IOException {
    step();
    return new FailingHandle(disk.open(file));
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    step();
    disk.replace(from, to);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    step();
  }

  @Override
  public Lock lock(Path file) throws IOException {
    step();
    return disk.lock(file);
  }

  private final class FailingHandle implements Handle {
    private final Handle handle;

    FailingHandle(Handle handle) {
      this.handle = handle;
    }

    @Override
    public long size() throws IOException {
      step();
      return handle.size();
    }

    @Override
    public int write(ByteBuffer bytes, long at) throws IOException {
      if (!fails()) {
        return handle.write(bytes, at);
      }
      if (way == Way.SHORT_WRITE || way == Way.PROCESS_STOP) {
        ByteBuffer half = bytes.slice(bytes.position(), bytes.remaining() / 2);
        handle.write(half, at);
      }
      throw failure();
    }

    @Override
    public void force() throws IOException {
      // counted and failed like the others, but no test here cuts the power
      step();
    }

    @Override
    public void truncate(long size) throws IOException {
      step();
      handle.truncate(size);
    }

    @Override
    public void close() throws IOException {
      // the system closes the files of a process that is gone
      handle.close();
    }
  }
}
