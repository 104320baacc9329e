package io.signalbox.ui.journal;

import io.signalbox.journal.ExportForm;
import io.signalbox.journal.JournalEntry;
import io.signalbox.ui.fx.FxAssert;
import io.signalbox.ui.kit.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The view's head: how many, of which time, by whom, on what, with which result, which words. */
final class JournalBar extends VBox {
  private final Label title = Parts.label("Journal", "section");
  private final ToggleGroup times = new ToggleGroup();
  private final ComboBox<String> actor = choice("any actor", "Actor", text -> text);
  private final ComboBox<String> target = choice("any target", "Target", text -> text);
  private final ComboBox<String> result = choice("any result", "Result", JournalWords::result);
  private final TextField text = new TextField();
  private final Runnable changed;
  private @Nullable Duration within;
  private boolean filling = true;

  JournalBar(Runnable changed, Consumer<ExportForm> export) {
    this.changed = changed;
    var first = Parts.row(6, title, Parts.spring());
    first.getStyleClass().add("view-toolbar");
    for (Duration time :
        new Duration[] {Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7)}) {
      first.getChildren().add(chip(words(time), time));
    }
    first.getChildren().add(chip("all", null));
    first
        .getChildren()
        .addAll(
            Parts.button("Export JSON…", () -> export.accept(ExportForm.JSON), "small"),
            Parts.button("Export Markdown…", () -> export.accept(ExportForm.MARKDOWN), "small"));
    text.setPromptText("Filter, or a journal link  /");
    text.setAccessibleText("Filter the journal by words, or paste a link to an entry");
    text.getStyleClass().add("journal-filter");
    var second = Parts.row(8, actor, target, result, Parts.spring(), text);
    second.getStyleClass().add("journal-choices");
    getChildren().addAll(first, second);
    for (ComboBox<String> box : List.of(actor, target, result)) {
      box.setOnAction(_ -> onChoice());
    }
    text.textProperty().subscribe(_ -> onChoice());
    filling = false;
  }

  private void onChoice() {
    if (!filling) {
      changed.run();
    }
  }

  private ToggleButton chip(String words, @Nullable Duration time) {
    ToggleButton chip = new ToggleButton(words);
    chip.getStyleClass().addAll("chip-button", "quiet");
    chip.setToggleGroup(times);
    chip.setSelected(time == null);
    Parts.tip(chip, time == null ? "Everything on record" : "The last " + words);
    chip.setOnAction(
        _ -> {
          chip.setSelected(true);
          within = time;
          changed.run();
        });
    return chip;
  }

  private static String words(Duration time) {
    return time.toHours() < 24 ? time.toHours() + "\u00a0h" : time.toDays() + "\u00a0d";
  }

  private static ComboBox<String> choice(String any, String name, Function<String, String> words) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll("");
    box.setValue("");
    box.setAccessibleText(name);
    box.getStyleClass().add("journal-choice");
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String value) {
            return value == null || value.isEmpty() ? any : words.apply(value);
          }

          @Override
          public String fromString(String shown) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    return box;
  }

  /** Offers what occurs in these entries; what is chosen stays chosen. */
  void offer(List<JournalEntry> entries) {
    FxAssert.onFxThread();
    filling = true;
    fill(actor, entries, JournalEntry::actor);
    fill(target, entries, JournalEntry::target);
    fill(result, entries, JournalEntry::result);
    filling = false;
  }

  private static void fill(
      ComboBox<String> box, List<JournalEntry> entries, Function<JournalEntry, String> value) {
    List<String> values = new ArrayList<>(List.of(""));
    entries.stream().map(value).filter(v -> !v.isEmpty()).distinct().sorted().forEach(values::add);
    if (!values.equals(box.getItems())) {
      String chosen = box.getValue();
      box.getItems().setAll(values);
      box.setValue(values.contains(chosen) ? chosen : "");
    }
  }

  /** Back to everything. */
  void clear() {
    filling = true;
    times.getToggles().getLast().setSelected(true);
    within = null;
    actor.setValue("");
    target.setValue("");
    result.setValue("");
    text.clear();
    filling = false;
    changed.run();
  }

  void count(int shown, int all, boolean read) {
    title.setText(
        !read
            ? "Journal, not read yet"
            : shown == all
                ? "Journal, " + (all == 1 ? "1 entry" : all + " entries")
                : "Journal, " + shown + " of " + all + " entries");
  }

  JournalFilter filter() {
    return new JournalFilter(within, chosen(actor), chosen(target), chosen(result), text.getText());
  }

  private static String chosen(ComboBox<String> box) {
    String value = box.getValue();
    return value == null ? "" : value;
  }

  TextField text() {
    return text;
  }

  ComboBox<String> result() {
    return result;
  }
}
