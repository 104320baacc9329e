package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.ui.fixture.FxExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From the series changing to the card: one scrape, one poll, and no snapshot without it. */
@ExtendWith(FxExtension.class)
class DetectionTest {
  @TempDir Path folder;

  @Test
  void theCardIsThereWithTheFirstPollAfterTheFirstScrapeThatCarriesIt() throws Exception {
    try (Detection detection = new Detection(folder)) {
      Detection.Counted counted = detection.once();
      assertThat(counted.scrapes()).as("scrapes until the one the card rests on").isEqualTo(1);
      // one that was on its way while the scrape was taken in may not have it yet
      assertThat(counted.misses()).as("answers after it without it").isLessThanOrEqualTo(1);
      assertThat(counted.idle()).as("snapshots with it and without the card").isZero();
    }
  }
}
