package io.signalbox.app;

import io.signalbox.rig.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** How long a primary's end takes to become a card, as a share of one scrape and one poll. */
public final class DetectionBenchmark {
  private static final int TIMES = 15;

  /** Prints its figures. */
  public void run() throws Exception {
    Path folder = Files.createTempDirectory("sb-detection");
    Platform.startup(() -> {});
    double[] ratios = new double[TIMES];
    int within = 0;
    Random chance = new Random(5);
    double due = (Detection.SCRAPE.toMillis() + Detection.POLL.toMillis()) / 1e3;
    try (Detection detection = new Detection(folder)) {
      for (int i = 0; i < TIMES; i++) {
        // each at another moment between two scrapes and two polls
        LockSupport.parkNanos((long) (chance.nextDouble() * due * 1e9));
        Detection.Counted counted = detection.once();
        ratios[i] = counted.seconds() / due;
        within += counted.seconds() <= due + 1 ? 1 : 0;
      }
    } finally {
      Folders.delete(folder);
    }
    Arrays.sort(ratios);
    System.out.printf(
        "detection: from the exporter's change to the card, %d times, scrape %d s, poll %d s%n",
        TIMES, Detection.SCRAPE.toSeconds(), Detection.POLL.toSeconds());
    System.out.printf("  scrape + poll              %8.1f s    1.00%n", due);
    System.out.printf(
        "  median                     %8.1f s    %.2f%n",
        ratios[TIMES / 2] * due, ratios[TIMES / 2]);
    System.out.printf(
        "  longest                    %8.1f s    %.2f%n",
        ratios[TIMES - 1] * due, ratios[TIMES - 1]);
    System.out.printf("  within scrape + poll + 1 s %5d of %d%n", within, TIMES);
  }
}
