package io.signalbox.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a body that is larger than anything this console reads. */
final class CappedStream extends FilterInputStream {
  private long left;
  private final long limit;

  CappedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    left = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(read);
    return read;
  }

  private void count(int read) throws WireException {
    left -= Math.max(0, read);
    if (left < 0) {
      throw new WireException("its answer is larger than " + (limit >> 20) + " MB and was cut off");
    }
  }
}
