package io.signalbox.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Labels, buttons and rows the way this console wears them. FX thread only. */
public final class Parts {
  private Parts() {}

  /** A label with a style class of the type scale: body, secondary, caption, section, headline. */
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A label that breaks its lines. */
  public static Label paragraph(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A name: cut in the middle where it does not fit, whole in its tooltip. */
  public static Label name(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    tip(label, text);
    return label;
  }

  /** A button that says what it does; Enter does not press it by default. */
  public static Button button(String text, Runnable action, String... styleClasses) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** A button with a sign alone; the words go to its tooltip and to screen readers. */
  public static Button iconButton(String icon, String words, Runnable action) {
    Button button = button("", action, "icon-button");
    button.setGraphic(icon(icon));
    button.setAccessibleText(words);
    tip(button, words);
    return button;
  }

  /** A Material Design icon by its Ikonli name. */
  public static FontIcon icon(String name) {
    return new FontIcon(name);
  }

  /** A tooltip that comes soon and stays. */
  public static Tooltip tip(Node node, String text) {
    Tooltip tip = new Tooltip(text);
    tip.setShowDelay(Duration.millis(350));
    tip.setShowDuration(Duration.minutes(2));
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    Tooltip.install(node, tip);
    return tip;
  }

  /** A row with its children on one line. */
  public static HBox row(double gap, Node... children) {
    HBox row = new HBox(gap, children);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A column. */
  public static VBox column(double gap, Node... children) {
    return new VBox(gap, children);
  }

  /** What pushes the rest of a row to its end. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /** Shows or hides, and takes no room while hidden. */
  public static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
