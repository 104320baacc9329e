package io.signalbox.ui.rollback;

import io.signalbox.ansible.Forecast;
import io.signalbox.ansible.PreviewReport;
import io.signalbox.rollback.RollbackBoard.Preview;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a check run found out: the headline, what it is worth, and the tree with its diffs. */
final class PreviewSection extends VBox {
  private static final List<Forecast> ORDER =
      List.of(Forecast.WILL_CHANGE, Forecast.UNPREDICTABLE, Forecast.UNCHANGED, Forecast.SKIPPED);

  private final Folds folds = new Folds();
  private final RowTree tree = new RowTree("Preview", 132, folds, this::showTree);
  private final Label headline = Parts.paragraph("", "preview-headline");
  private final Sign sign = new Sign(Glyph.QUESTION, 13, Tone.UNKNOWN);
  private final Label standing = Parts.name("", "secondary");
  private final HBox standingRow = Parts.row(8, sign, standing);
  private final Label ran = Parts.paragraph("", "secondary");
  private final Label failures = Parts.paragraph("", "secondary");
  private final HBox ranRow = new HBox(8, new Sign(Glyph.INFO, 12, Tone.ATTENTION), ran);
  private final HBox failuresRow =
      new HBox(8, new Sign(Glyph.TRIANGLE, 12, Tone.ATTENTION), failures);
  private final Map<Forecast, ToggleButton> chips = new EnumMap<>(Forecast.class);
  private final HBox chipRow = Parts.row(6);
  private @Nullable Preview shown;

  PreviewSection() {
    super(6);
    for (Forecast forecast : ORDER) {
      Look look = Look.of(forecast);
      ToggleButton chip = new ToggleButton("", new Sign(look.glyph(), 10, look.tone()));
      chip.getStyleClass().add("chip-button");
      chip.setSelected(true);
      chip.setMinWidth(USE_PREF_SIZE);
      chip.setOnAction(_ -> showTree());
      Parts.tip(chip, "Show or hide the tasks of which the preview says: " + forecast.words());
      chips.put(forecast, chip);
      chipRow.getChildren().add(chip);
    }
    standing.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(standing, Priority.ALWAYS);
    HBox.setHgrow(ran, Priority.ALWAYS);
    HBox.setHgrow(failures, Priority.ALWAYS);
    VBox.setVgrow(tree, Priority.ALWAYS);
    getChildren().addAll(headline, chipRow, failuresRow, ranRow, tree);
  }

  /** What it is worth, for the heading. */
  HBox standing() {
    return standingRow;
  }

  void show(Optional<Preview> preview, PreviewStanding now) {
    sign.show(now.look().glyph(), now.look().tone());
    standing.setText(now.look().word() + ": " + now.words());
    Tone.apply(standing, now.look().tone());
    boolean any = preview.isPresent();
    Parts.visible(headline, any);
    Parts.visible(chipRow, any);
    if (preview.isEmpty()) {
      Parts.visible(failuresRow, false);
      Parts.visible(ranRow, false);
      tree.show(
          List.of(),
          "A preview runs the playbook with --check --diff on the control host and says what would"
              + " change, task by task, and what it cannot know.");
    } else if (preview.get() != shown) {
      shown = preview.get();
      build(shown);
    }
  }

  private void build(Preview preview) {
    PreviewReport report = preview.report();
    headline.setText(report.headline() + " · " + hosts(report));
    for (Forecast forecast : ORDER) {
      ToggleButton chip = chips.get(forecast);
      if (chip != null) {
        chip.setText(report.count(forecast) + " " + forecast.words());
      }
    }
    ran.setText(
        "Ran in check mode too, so the preview itself ran them: "
            + String.join(", ", report.reallyRan()));
    Parts.visible(ranRow, !report.reallyRan().isEmpty());
    failures.setText(
        "Failed in check mode; a real run may fare otherwise: "
            + String.join("; ", report.failures().stream().limit(3).toList())
            + (report.failures().size() > 3
                ? "; and " + (report.failures().size() - 3) + " more"
                : ""));
    Parts.visible(failuresRow, !report.failures().isEmpty());
    showTree();
  }

  private static String hosts(PreviewReport report) {
    return report.hosts().size() == 1 ? "1 host" : report.hosts().size() + " hosts";
  }

  private void showTree() {
    Preview preview = shown;
    if (preview != null) {
      Set<Forecast> hidden = EnumSet.noneOf(Forecast.class);
      chips.forEach(
          (forecast, chip) -> {
            if (!chip.isSelected()) {
              hidden.add(forecast);
            }
          });
      tree.show(
          PreviewRows.of(preview.report(), hidden, folds),
          preview.report().tasks().isEmpty()
              ? "The check run came to no task."
              : "Every task is hidden by the choices above.");
    }
  }

  String headlineText() {
    return headline.getText();
  }

  String standingText() {
    return standing.getText();
  }

  RowTree tree() {
    return tree;
  }

  ToggleButton chip(Forecast forecast) {
    return java.util.Objects.requireNonNull(chips.get(forecast));
  }
}
