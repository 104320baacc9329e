package io.signalbox.ui.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.RunbookFixture;
import org.junit.jupiter.api.Test;

/** Search over all text, and what is said of a runbook's age. */
class RunbookSearchTest {
  private final RunbookSearch search = RunbookSearch.of(RunbookFixture.shelf().library().join());

  @Test
  void aTitleComesBeforeAMention() {
    assertThat(search.find("network unreachable").getFirst().text().entry().key())
        .isEqualTo(RunbookFixture.NETWORK);
  }

  @Test
  void aLineOfCodeIsFoundWithItsOwnLine() {
    RunbookSearch.Text found = search.find("prune volumes").getFirst().text();
    assertThat(found.words()).isEqualTo("docker system prune --volumes --force");
    assertThat(found.exact()).isTrue();
    String file = "/io/signalbox/ui/fixture/runner-offline.md";
    assertThat(found.line()).isEqualTo(lineOf(file, found.words()));
  }

  private static int lineOf(String resource, String words) {
    try (var in = RunbookSearchTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return text.lines().toList().indexOf(words) + 1;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyWordHasToBeThereAndAtMostThreeLinesOfABookAreShown() {
    assertThat(search.find("systemctl zebra")).isEmpty();
    assertThat(search.find("  ")).isEmpty();
    assertThat(search.find("e"))
        .isNotEmpty()
        .allSatisfy(
            hit ->
                assertThat(
                        search.find("e").stream()
                            .filter(other -> other.text().entry().equals(hit.text().entry())))
                    .hasSizeLessThanOrEqualTo(3));
  }

  @Test
  void agesAreSaidAndWhatIsNoDateStaysAsWritten() {
    assertThat(BookWords.updated("2026-11-24", Fixture.NOW)).isEqualTo("updated today");
    assertThat(BookWords.updated("2026-11-23", Fixture.NOW)).isEqualTo("updated 1 day ago");
    assertThat(BookWords.updated("2026-01-11", Fixture.NOW)).isEqualTo("updated 10 months ago");
    assertThat(BookWords.updated("2020-01-11", Fixture.NOW)).isEqualTo("updated 6 years ago");
    assertThat(BookWords.updated("last spring", Fixture.NOW)).isEqualTo("updated last spring");
    assertThat(BookWords.updated("", Fixture.NOW)).isEmpty();
  }
}
