package io.signalbox.ui.rollback;

import io.signalbox.ansible.HostState;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The counts of each host side by side; a zero is quiet, what went wrong is not. */
final class HostTable extends VBox {
  private static final double LINE = 22;
  private static final int MOST_SHOWN = 5;
  static final double COLUMN = 60;

  private final ObservableList<HostCounts.Line> lines = FXCollections.observableArrayList();
  private final ListView<HostCounts.Line> list = new ListView<>(lines);
  private final Label whose = Parts.label("", "caption");

  HostTable() {
    getStyleClass().add("host-table");
    list.getStyleClass().add("host-rows");
    list.setFixedCellSize(LINE);
    list.setFocusTraversable(false);
    list.setAccessibleText("Counts per host");
    list.setCellFactory(_ -> new HostCell());
    whose.setMinWidth(0);
    getChildren().addAll(header(), list);
    resize();
  }

  private HBox header() {
    HBox header = Parts.row(0, whose);
    HBox.setHgrow(whose, Priority.ALWAYS);
    whose.setMaxWidth(Double.MAX_VALUE);
    for (HostState state : HostCounts.COLUMNS) {
      Label word = Parts.label(state == HostState.UNREACHABLE ? "unreach." : state.word());
      word.getStyleClass().add("caption");
      Parts.tip(word, "tasks that are " + state.word() + " on this host");
      word.setMinWidth(COLUMN);
      word.setPrefWidth(COLUMN);
      word.setAlignment(Pos.CENTER_RIGHT);
      header.getChildren().add(word);
    }
    header.getStyleClass().add("host-header");
    return header;
  }

  /** Shows these. */
  void show(HostCounts counts) {
    if (!List.copyOf(lines).equals(counts.lines())) {
      lines.setAll(counts.lines());
      resize();
    }
    whose.setText(counts.lines().isEmpty() ? "Hosts" : counts.recap() ? "Recap" : "So far");
  }

  private void resize() {
    double height = Math.max(1, Math.min(MOST_SHOWN, lines.size())) * LINE + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
  }

  List<HostCounts.Line> lines() {
    return List.copyOf(lines);
  }

  private static final class HostCell extends ListCell<HostCounts.Line> {
    private final Label host = Parts.name("", "mono-text");
    private final List<Label> numbers = new ArrayList<>();
    private final List<Sign> signs = new ArrayList<>();
    private final HBox row = Parts.row(0, host);

    HostCell() {
      getStyleClass().add("host-row");
      setPrefWidth(0);
      HBox.setHgrow(host, Priority.ALWAYS);
      host.setMaxWidth(Double.MAX_VALUE);
      for (HostState state : HostCounts.COLUMNS) {
        Look look = Look.of(state);
        Sign sign = new Sign(look.glyph(), 10, look.tone());
        Label number = Parts.label("", "host-number");
        HBox cell = Parts.row(4, sign, number);
        cell.setAlignment(Pos.CENTER_RIGHT);
        cell.setMinWidth(COLUMN);
        cell.setPrefWidth(COLUMN);
        signs.add(sign);
        numbers.add(number);
        row.getChildren().add(cell);
      }
    }

    @Override
    protected void updateItem(HostCounts.Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      host.setText(line.host());
      StringBuilder said = new StringBuilder(line.host());
      for (int i = 0; i < numbers.size(); i++) {
        HostState state = HostCounts.COLUMNS.get(i);
        int count = line.of(state);
        boolean loud = count > 0 && Look.of(state).tone() != Tone.QUIET;
        numbers.get(i).setText(Integer.toString(count));
        signs.get(i).setVisible(loud);
        Tone.apply(numbers.get(i), loud ? Look.of(state).tone() : Tone.QUIET);
        said.append(", ").append(count).append(' ').append(state.word());
      }
      setAccessibleText(said.toString());
      setGraphic(row);
    }
  }
}
