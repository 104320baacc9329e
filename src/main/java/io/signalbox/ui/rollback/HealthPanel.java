package io.signalbox.ui.rollback;

import io.signalbox.rollback.Health;
import io.signalbox.rollback.HealthBoard;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The eight categories, always all of them, each with sign, word and what was seen. */
final class HealthPanel extends VBox {
  private @Nullable HealthBoard shown;
  private boolean wide;

  HealthPanel() {
    super(5);
    getStyleClass().add("health-panel");
  }

  /** One line for each, with what was seen; else two in a row, and what is not well below. */
  void wide() {
    wide = true;
  }

  /** Shows this board; nothing where there is none. */
  void show(@Nullable HealthBoard board) {
    if (board == shown) {
      return;
    }
    shown = board;
    getChildren().clear();
    if (board != null && wide) {
      board.lines().forEach(line -> getChildren().add(line(line)));
    } else if (board != null) {
      compact(board);
    }
  }

  private void compact(HealthBoard board) {
    int half = board.lines().size() / 2;
    for (int i = 0; i < half; i++) {
      HBox one = state(board.lines().get(i));
      HBox other = state(board.lines().get(half + i));
      HBox.setHgrow(one, Priority.ALWAYS);
      HBox.setHgrow(other, Priority.ALWAYS);
      one.setPrefWidth(100);
      other.setPrefWidth(100);
      getChildren().add(new HBox(8, one, other));
    }
    board.lines().stream()
        .filter(line -> line.state() != Health.OK && line.state() != Health.NOT_CONFIGURED)
        .sorted((one, other) -> other.state().compareTo(one.state()))
        .forEach(line -> getChildren().add(trouble(line)));
  }

  private static Node trouble(HealthBoard.Line line) {
    Look look = Look.of(line.state());
    Label words = Parts.paragraph(name(line) + ": " + seen(line), "secondary");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, new Sign(look.glyph(), 12, look.tone()), words);
    row.getStyleClass().add("check-line");
    return row;
  }

  private static HBox state(HealthBoard.Line line) {
    Look look = Look.of(line.state());
    Label name = Parts.label(name(line), "body");
    name.setMinWidth(64);
    Label word = Parts.label(look.word(), "health-word");
    word.setMinWidth(0);
    Tone.apply(word, look.tone() == Tone.OK ? Tone.QUIET : look.tone());
    HBox row = Parts.row(8, new Sign(look.glyph(), 12, look.tone()), name, word);
    if (line.blocking() && line.state() == Health.FAILED) {
      row.getChildren().add(blocks());
    }
    Parts.tip(row, all(line));
    row.setAccessibleText(name(line) + ": " + look.word() + ", " + seen(line));
    return row;
  }

  private static Label blocks() {
    Label blocks = Parts.label("blocks", "blocks-chip");
    blocks.setMinWidth(USE_PREF_SIZE);
    Parts.tip(blocks, "A failure here means that production is not well");
    return blocks;
  }

  private static Node line(HealthBoard.Line line) {
    Look look = Look.of(line.state());
    Label name = Parts.label(name(line), "body");
    name.setMinWidth(64);
    name.setPrefWidth(64);
    Label word = Parts.label(look.word(), "health-word");
    word.setMinWidth(92);
    word.setPrefWidth(92);
    Tone.apply(word, look.tone() == Tone.OK ? Tone.QUIET : look.tone());
    Label seen = Parts.name(seen(line), "secondary");
    Parts.tip(seen, all(line));
    HBox.setHgrow(seen, Priority.ALWAYS);
    seen.setMaxWidth(Double.MAX_VALUE);
    HBox row = Parts.row(8, new Sign(look.glyph(), 12, look.tone()), name, word, seen);
    if (line.blocking() && line.state() != Health.NOT_CONFIGURED) {
      row.getChildren().add(blocks());
    }
    row.getStyleClass().add("health-line");
    row.setAccessibleText(name(line) + ": " + look.word() + ", " + seen(line));
    return row;
  }

  private static String name(HealthBoard.Line line) {
    String word = line.category().word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The worst check's words; how many there are where all is well. */
  static String seen(HealthBoard.Line line) {
    List<HealthBoard.Check> checks = line.checks();
    if (checks.isEmpty()) {
      return "no check in the profile";
    }
    if (line.state() == Health.OK) {
      return checks.size() == 1 ? checks.getFirst().observed() : checks.size() + " checks, all ok";
    }
    return checks.stream()
        .max((one, other) -> one.state().compareTo(other.state()))
        .map(check -> named(check) + check.observed())
        .orElse("");
  }

  private static String named(HealthBoard.Check check) {
    return check.name().isEmpty() ? "" : check.name() + ": ";
  }

  private static String all(HealthBoard.Line line) {
    return line.checks().isEmpty()
        ? "Not measured, so not called healthy: health.checks names no check of this category"
        : line.checks().stream()
            .map(check -> named(check) + check.state().word() + ", " + check.observed())
            .collect(Collectors.joining("\n"));
  }
}
