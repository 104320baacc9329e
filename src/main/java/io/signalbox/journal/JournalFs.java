package io.signalbox.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** All that a journal asks of the disk: a seam at which a test lets each single call fail. */
interface JournalFs {
  /** A file open for writing at given places. */
  interface Handle extends AutoCloseable {
    long size() throws IOException;

    /** Writes some of the bytes at this place, at least one; returns how many. */
    int write(ByteBuffer bytes, long at) throws IOException;

    /** Waits until the disk has what was written. */
    void force() throws IOException;

    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** The attempt to be the only writer; what it holds is given up on close. */
  interface Lock extends AutoCloseable {
    boolean held();

    @Override
    void close() throws IOException;
  }

  /** Creates a folder for the owner only, with its parents, where it is not there yet. */
  void createFolder(Path folder) throws IOException;

  /** Names of a folder's files; empty where there is no folder. */
  List<Path> list(Path folder) throws IOException;

  boolean exists(Path file) throws IOException;

  byte[] read(Path file) throws IOException;

  /** Opens a file for writing, and creates it for the owner only where it is not there yet. */
  Handle open(Path file) throws IOException;

  /** Puts a file in the place of another, whole or not at all. */
  void replace(Path from, Path to) throws IOException;

  /** Waits until the disk has the folder's names. */
  void forceFolder(Path folder) throws IOException;

  Lock lock(Path file) throws IOException;
}
