package io.signalbox.ui.shell;

import io.signalbox.ui.kit.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Every key on one sheet. */
final class ShortcutSheet {
  private record Key(String keys, String does) {}

  private static final List<Key> KEYS =
      List.of(
          new Key("1 … " + View.values().length, views()),
          new Key("F", "failover: who has the role, who could take it"),
          new Key("N", "silence desktop notices for this shift, or let them ring"),
          new Key("← ↑ ↓ →", "move between tiles, or along the line"),
          new Key("Enter", "details of what is selected"),
          new Key(".", "actions of the selected runner"),
          new Key("Esc", "close the topmost: card, sheet, details"),
          new Key("Enter  B", "on an alert: its runbook, at the first step; D its runner"),
          new Key("J  K", "in a runbook: the next or the previous step"),
          new Key("R  E  S  P", "run or plan this step, fill its gaps, skip it, pause"),
          new Key("F", "this step in large type"),
          new Key("Alt+←", "back to the runbook before, or to the list"),
          new Key("/", "filter; in runbooks, search all of them"),
          new Key("+  −  0", "zoom the line in, out, back to now"),
          new Key("F5", "ask every source now"),
          new Key("Ctrl+K", "find a runner, a view or an action"),
          new Key("Ctrl+Shift+L", "light or dark"),
          new Key("→  ←", "in a tree of tasks: open, close"),
          new Key("?", "this sheet"));

  private ShortcutSheet() {}

  private static String views() {
    return Arrays.stream(View.values()).map(View::word).collect(Collectors.joining(", "));
  }

  static void open(Overlays overlays) {
    GridPane table = new GridPane(24, 8);
    for (int i = 0; i < KEYS.size(); i++) {
      table.addRow(
          i, Parts.label(KEYS.get(i).keys(), "key"), Parts.label(KEYS.get(i).does(), "body"));
    }
    VBox sheet = Parts.column(16, Parts.label("Shortcuts", "sheet-title"), table);
    sheet.getStyleClass().add("sheet");
    Button close = Parts.button("Close", () -> overlays.close(sheet));
    sheet.getChildren().add(Parts.row(8, Parts.spring(), close));
    overlays.open(sheet, close, () -> {});
  }
}
