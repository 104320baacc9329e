package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalLink;
import io.signalbox.journal.JournalPicture;
import io.signalbox.journal.JournalVerifier;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.theme.Theme;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journal in the window: what is found, jumped to, said of its state. */
@ExtendWith(FxExtension.class)
class JournalWindowTest {
  private final FakeJournal journal = FakeJournal.night();
  private final List<JournalEntry> entries = journal.latest().entries();
  private ConsoleWindow window;

  @BeforeEach
  void open() {
    window = Fx.call(() -> Windows.of(Fixture.trouble(), new FakeDesk(), journal, Theme.DARK));
    Fx.run(() -> window.show(View.JOURNAL));
  }

  @AfterEach
  void close() {
    Fx.run(window::close);
  }

  private String state() {
    return Fx.call(() -> window.frame().status().journalButton().getText());
  }

  @Test
  void theStatusBarSaysHowTheJournalIs() {
    assertThat(state()).isEqualTo("journal ok, 1 outcome unknown");
    JournalPicture now = journal.latest();
    journal.publish(
        new JournalPicture(true, entries, now.check(), List.of(), "another instance writes", ""));
    await().until(() -> state().equals("journal read-only"));
    journal.publish(
        new JournalPicture(
            true,
            entries,
            new JournalVerifier.Result(11, 11, "", 12L, "f: entry 12: changed", 0),
            List.of(),
            "",
            ""));
    await().until(() -> state().equals("journal damaged at 12"));
  }

  @Test
  void aPastedLinkFindsItsEntryAndAForeignOneIsSaidNotToBeHere() {
    JournalEntry wanted = entries.get(4);
    Fx.run(() -> window.frame().openEntry(JournalLink.of(wanted)));
    assertThat(Fx.call(() -> window.frame().journal().selected())).isEqualTo(wanted);
    Fx.run(() -> window.frame().openEntry(new JournalLink(4, "00000000")));
    assertThat(Fx.call(() -> window.frame().journal().noteText())).contains("No entry 4");
    assertThat(PaletteEntries.typed(window.frame(), JournalLink.of(wanted).text()))
        .extracting(PaletteEntries.Entry::words)
        .containsExactly("Journal entry 5");
  }

  @Test
  void wordsNarrowTheListAndTheNewestIsFirst() {
    assertThat(Fx.call(() -> window.frame().journal().shown().getFirst().seq()))
        .isEqualTo(entries.size());
    Fx.run(() -> window.frame().journal().search("verified shop-runner-a"));
    assertThat(Fx.call(() -> window.frame().journal().shown()))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.target()).contains("shop-runner-a"));
  }

  @Test
  void F21_aStartWithoutAnOutcomeIsShownAndWhatWasFoundIsRecorded() {
    assertThat(Fx.call(() -> window.frame().journal().unfinishedTexts()))
        .singleElement()
        .asString()
        .contains("has no outcome: restart-service on production/shop-runner-a");
    Fx.run(() -> window.frame().journal().recordFirst("service is active, GitHub says online"));
    assertThat(journal.found).containsEntry("01KB3F2C", "service is active, GitHub says online");
    JournalPicture now = journal.latest();
    journal.publish(new JournalPicture(true, entries, now.check(), List.of(), "", ""));
    await().until(() -> state().equals("journal ok"));
    assertThat(Fx.call(() -> window.frame().journal().unfinishedTexts())).isEmpty();
  }
}
