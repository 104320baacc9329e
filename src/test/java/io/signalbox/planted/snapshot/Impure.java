package io.signalbox.planted.snapshot;

import java.io.File;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.client.SshClient;

/** Planted: IO, clocks, threads, processes and libraries in a pure room. */
public class Impure {
  private javafx.scene.Node node;

  Object wrong() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    Thread thread = new Thread(() -> {});
    new ProcessBuilder("true").start();
    return new Object[] {
      pool,
      thread,
      new File("x"),
      Instant.now(),
      HttpClient.newHttpClient(),
      SshClient.class.getName(),
      ssh()
    };
  }

  private static SshClient ssh() {
    return SshClient.setUpDefaultClient();
  }
}
