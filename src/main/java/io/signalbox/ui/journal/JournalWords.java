package io.signalbox.ui.journal;

import io.signalbox.action.Verdict;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.Phase;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.kit.VerdictLook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An entry in words, with its sign and its tone. Pure. */
final class JournalWords {
  private static final List<String> TELLING =
      List.of("error", "found", "problem", "refused", "step", "consequence", "reason", "movedTo");

  private JournalWords() {}

  /** What it says, in a few words. */
  static String title(JournalEntry entry) {
    return switch (entry.phase()) {
      case REQUESTED -> entry.action() + " asked for";
      case PLANNED -> entry.action() + " planned";
      case PERMITTED -> entry.action() + " permitted";
      case STARTED -> entry.action() + " started";
      case STEP -> entry.action() + ", a step";
      case OUTCOME -> entry.action() + " ended";
      case FOUND -> entry.action() + ", found out";
      case UNLOCKED -> "Actions unlocked";
      case RELOCKED -> "Actions locked again";
      case RECOVERED -> "Journal recovered";
      case BROKEN_CHAIN -> "Journal damaged before this";
      default -> entry.action() + ", " + entry.phase().word();
    };
  }

  /** The most telling value, empty where there is none. */
  static String summary(JournalEntry entry) {
    return TELLING.stream()
        .map(key -> entry.params().getOrDefault(key, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  static Optional<Verdict> verdict(JournalEntry entry) {
    return verdict(entry.result());
  }

  private static Optional<Verdict> verdict(String result) {
    return Arrays.stream(Verdict.values()).filter(v -> v.name().equals(result)).findFirst();
  }

  /** A verdict or ruling as it is read, not as it is stored. */
  static String result(String result) {
    return verdict(result).map(Verdict::words).orElse(result.toLowerCase(Locale.ROOT));
  }

  static Glyph glyph(JournalEntry entry, boolean unfinished) {
    if (unfinished) {
      return Glyph.QUESTION;
    }
    return switch (entry.phase()) {
      case OUTCOME, STEP -> verdict(entry).map(VerdictLook::glyph).orElse(Glyph.INFO);
      case STARTED -> Glyph.PLAY;
      case PERMITTED -> Glyph.ARROW;
      case FOUND -> Glyph.TAG;
      case RECOVERED -> Glyph.TRIANGLE;
      case BROKEN_CHAIN -> Glyph.CROSS;
      case REQUESTED, PLANNED -> entry.result().isEmpty() ? Glyph.INFO : Glyph.CANCELLED;
      default -> Glyph.CLOCK;
    };
  }

  static Tone tone(JournalEntry entry, boolean unfinished) {
    if (unfinished) {
      return Tone.UNKNOWN;
    }
    return switch (entry.phase()) {
      case OUTCOME -> verdict(entry).map(VerdictLook::tone).orElse(Tone.QUIET);
      case RECOVERED -> Tone.ATTENTION;
      case BROKEN_CHAIN -> Tone.DANGER;
      default -> Tone.QUIET;
    };
  }

  /** What has to be found out. */
  static String unfinished(JournalEntry entry) {
    String subject = entry.action() + (entry.target().isEmpty() ? "" : " on " + entry.target());
    return entry.phase() == Phase.OUTCOME
        ? "The outcome of an action of " + Ages.full(entry.ts()) + " is unknown: " + subject + "."
        : "An action of " + Ages.full(entry.ts()) + " has no outcome: " + subject + ".";
  }
}
