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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * How long the FX thread is kept busy at a stretch while a gibibyte of output runs through the view
 * that shows it, which is told of news every 50 ms as the window does.
 */
public final class OutputWindowBenchmark {
  private static final long GIBIBYTE = 1L << 30;
  private static final long BETWEEN_NANOS = 50_000_000;

  /** Prints its figures. */
  public void run() throws Exception {
    Path folder = Files.createTempDirectory("sb-output");
    try (OutputLog log = new OutputLog(folder)) {
      Platform.startup(() -> {});
      OutputPane pane = FxHop.call(OutputWindowBenchmark::shown).get();
      AtomicBoolean done = new AtomicBoolean();
      LongStream.Builder late = LongStream.builder();
      Thread probe = Thread.ofPlatform().start(() -> probe(done, late));
      flood(log, pane);
      done.set(true);
      probe.join();
      long[] nanos = late.build().toArray();
      Arrays.sort(nanos);
      System.out.printf(
          "output: %,d lines in the window: longest FX task %.1f ms, %d over 16.7 ms, %d over 50"
              + " ms%n",
          log.lines(),
          nanos[nanos.length - 1] / 1e6,
          LongStream.of(nanos).filter(one -> one > 16_700_000).count(),
          LongStream.of(nanos).filter(one -> one > 50_000_000).count());
      FxHop.call(
              () -> {
                pane.getScene().getWindow().hide();
                return true;
              })
          .get();
    }
    Files.deleteIfExists(folder);
  }

  private static OutputPane shown() {
    OutputPane pane = new OutputPane();
    Scene scene = new Scene(pane, 1000, 700);
    scene.getStylesheets().setAll(Theme.DARK.stylesheets());
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return pane;
  }

  private static void flood(OutputLog log, OutputPane pane) {
    byte[] chunk =
        ("\u001b[32mok\u001b[0m " + "x".repeat(87) + "\n")
            .repeat(330)
            .getBytes(StandardCharsets.UTF_8);
    long told = System.nanoTime();
    try (LineFeed feed =
        new LineFeed(
            new SecretFilter(),
            line -> log.add(new OutputLine(Instant.EPOCH, false, line.text(), line.spans())))) {
      for (long bytes = 0; bytes < GIBIBYTE; bytes += chunk.length) {
        feed.feed(chunk, 0, chunk.length);
        if (System.nanoTime() - told > BETWEEN_NANOS) {
          told = System.nanoTime();
          var _ =
              FxHop.call(
                  () -> {
                    pane.show(log.view(), false);
                    return true;
                  });
        }
      }
    }
  }

  private static void probe(AtomicBoolean done, LongStream.Builder late) {
    while (!done.get()) {
      long posted = System.nanoTime();
      FxHop.call(() -> late.add(System.nanoTime() - posted)).join();
    }
  }
}
