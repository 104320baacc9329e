package io.signalbox.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A throw-away home for a demo world. Closing it deletes everything in it; so does the end of the
 * process, when it is interrupted before that.
 */
final class DemoHome implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoHome.class);
  private final Path path;
  private final Thread atExit;

  DemoHome() throws IOException {
    path = Files.createTempDirectory("signalbox-demo-");
    atExit = Thread.ofPlatform().name("demo home").unstarted(this::deleteAtExit);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(atExit);
    delete();
  }

  private void deleteAtExit() {
    try {
      delete();
    } catch (IOException e) {
      LOG.warn("the demo world's folder {} could not be deleted", path, e);
    }
  }

  private void delete() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : deepestFirst) {
      Files.deleteIfExists(one);
    }
  }
}
