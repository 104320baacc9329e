package io.signalbox.action;

import io.signalbox.text.LineFeed;
import io.signalbox.text.SecretFilter;
import io.signalbox.ui.fx.FxHop;
import io.signalbox.ui.run.OutputPane;
import io.signalbox.ui.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How long the FX thread is kept busy at a stretch while a gibibyte of output runs through the view
 * that shows it, which is told of news every 50 ms as the window does.
 */
public final class OutputWindowBenchmark {
  private static final long GIBIBYTE = 1L << 30;
  private static final int LINES = 330;
  private static final long BETWEEN_NANOS = 50_000_000;

  /** Prints its figures, and those of the same flood past a window that is not told of it. */
  public void run() throws Exception {
    Path folder = Files.createTempDirectory("sb-output");
    try (OutputLog log = new OutputLog(folder)) {
      Platform.startup(() -> {});
      OutputPane pane = FxHop.call(OutputWindowBenchmark::shown).get();
      flood(log, pane, GIBIBYTE / 16);
      measure("not shown", log, null);
      measure("shown", log, pane);
      FxHop.call(
              () -> {
                pane.getScene().getWindow().hide();
                return true;
              })
          .get();
    }
    Files.deleteIfExists(folder);
  }

  private static void measure(String what, OutputLog log, @Nullable OutputPane pane)
      throws InterruptedException {
    long before = log.lines();
    AtomicBoolean done = new AtomicBoolean();
    LongStream.Builder late = LongStream.builder();
    Thread probe = Thread.ofPlatform().start(() -> probe(done, late));
    flood(log, pane, GIBIBYTE);
    done.set(true);
    probe.join();
    long[] nanos = late.build().toArray();
    Arrays.sort(nanos);
    System.out.printf(
        "output %s: %,d lines, p99 of FX tasks %.1f ms, longest %.1f ms, %d over 16.7 ms, %d over"
            + " 50 ms%n",
        what,
        log.lines() - before,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        LongStream.of(nanos).filter(one -> one > 16_700_000).count(),
        LongStream.of(nanos).filter(one -> one > 50_000_000).count());
  }

  private static OutputPane shown() {
    OutputPane pane = new OutputPane();
    Application.setUserAgentStylesheet(Theme.DARK.userAgentStylesheet());
    Scene scene = new Scene(pane, 1000, 700);
    scene.getStylesheets().setAll(Theme.DARK.stylesheets());
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return pane;
  }

  private static void flood(OutputLog log, @Nullable OutputPane pane, long most) {
    byte[] line =
        ("\u001b[32mok\u001b[0m " + "x".repeat(78) + " 00000000\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] chunk = new byte[LINES * line.length];
    for (int i = 0; i < LINES; i++) {
      System.arraycopy(line, 0, chunk, i * line.length, line.length);
    }
    long number = 0;
    long told = System.nanoTime();
    try (LineFeed feed =
        new LineFeed(
            new SecretFilter(),
            now -> log.add(new OutputLine(Instant.EPOCH, false, now.text(), now.spans())))) {
      for (long bytes = 0; bytes < most; bytes += chunk.length) {
        for (int i = 1; i <= LINES; i++) {
          number(chunk, i * line.length - 2, ++number);
        }
        feed.feed(chunk, 0, chunk.length);
        if (pane != null && System.nanoTime() - told > BETWEEN_NANOS) {
          told = System.nanoTime();
          List<OutputLine> now = log.view();
          var _ =
              FxHop.call(
                  () -> {
                    pane.show(now, false);
                    return true;
                  });
        }
      }
    }
  }

  /** Every line differs, as they do in life: what is equal would not be drawn again. */
  private static void number(byte[] text, int last, long number) {
    long rest = number;
    for (int i = 0; i < 8; i++) {
      text[last - i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static void probe(AtomicBoolean done, LongStream.Builder late) {
    while (!done.get()) {
      long posted = System.nanoTime();
      FxHop.call(() -> late.add(System.nanoTime() - posted)).join();
      LockSupport.parkNanos(1_000_000);
    }
  }
}
