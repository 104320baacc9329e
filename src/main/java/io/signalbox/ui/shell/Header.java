package io.signalbox.ui.shell;

import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The top of the window: the environment's colour and word, the sources, the time in UTC. */
final class Header extends VBox {
  private static final List<String> COLOURS =
      List.of("red", "amber", "green", "blue", "violet", "grey");

  Header(Live live, ConsoleContext context, HealthStrip health, Subscriptions subscriptions) {
    getStyleClass().addAll("header", colourClass(context.profile().environment().colour()));
    Region band = new Region();
    band.getStyleClass().add(context.mark().striped() ? "striped-band" : "environment-band");
    getChildren().addAll(band, line(live, context, health, subscriptions));
  }

  /** The style class of an environment's colour; grey where the profile names none. */
  static String colourClass(String colour) {
    String known = colour.toLowerCase(Locale.ROOT);
    return "env-" + (COLOURS.contains(known) ? known : "grey");
  }

  private static HBox line(
      Live live, ConsoleContext context, HealthStrip health, Subscriptions subscriptions) {
    HBox line = Parts.row(10);
    line.getStyleClass().add("header-line");
    if (!context.mark().word().isEmpty()) {
      Label mark = Parts.label(context.mark().word(), "frame-mark");
      mark.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(mark);
    }
    Label environment = Parts.label("", "environment-word");
    environment.setMinWidth(USE_PREF_SIZE);
    Label repository = Parts.name("", "repository");
    Label time = Parts.label("", "utc");
    time.setMinWidth(USE_PREF_SIZE);
    Parts.tip(time, "Coordinated universal time: all times here are UTC");
    line.getChildren().addAll(environment, repository, Parts.spring(), health, time);
    subscriptions.on(
        live.snapshot(),
        snapshot -> {
          environment.setText(snapshot.environment().toUpperCase(Locale.ROOT));
          repository.setText(Repositories.of(snapshot));
        });
    subscriptions.on(live.clock().nowProperty(), now -> time.setText(Ages.clock(now)));
    return line;
  }
}
