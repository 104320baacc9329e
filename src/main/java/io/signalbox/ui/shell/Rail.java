package io.signalbox.ui.shell;

import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Parts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The way between the views. */
final class Rail extends VBox {
  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);

  Rail(ObjectProperty<View> view, Runnable palette, Runnable theme, Subscriptions subscriptions) {
    getStyleClass().add("rail");
    ToggleGroup group = new ToggleGroup();
    int key = 0;
    for (View each : View.values()) {
      key++;
      ToggleButton button = new ToggleButton(each.word(), Parts.icon(each.icon()));
      button.setContentDisplay(ContentDisplay.TOP);
      button.getStyleClass().add("rail-button");
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      Parts.tip(button, each.word() + "  (" + key + ")");
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            view.set(each);
          });
      buttons.put(each, button);
      getChildren().add(button);
    }
    getChildren()
        .addAll(
            Parts.spring(),
            Parts.iconButton("mdi2m-magnify", "Find anything  (Ctrl+K)", palette),
            Parts.iconButton("mdi2t-theme-light-dark", "Light or dark  (Ctrl+Shift+L)", theme));
    subscriptions.on(
        view, now -> buttons.forEach((each, button) -> button.setSelected(each == now)));
  }

  ToggleButton button(View view) {
    ToggleButton button = buttons.get(view);
    if (button == null) {
      throw new IllegalArgumentException("no button for " + view);
    }
    return button;
  }
}
