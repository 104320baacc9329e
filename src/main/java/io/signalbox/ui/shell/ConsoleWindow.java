package io.signalbox.ui.shell;

import io.signalbox.ui.fx.FxAssert;
import io.signalbox.ui.fx.FxBridge;
import io.signalbox.ui.fx.JournalBridge;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.fx.UiClock;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.theme.Fonts;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Theme;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The console's window: made, used and closed on the FX thread. It reads the hub and the desk it is
 * given and starts nothing else; closing it ends its subscriptions and leaves hub and desk alone.
 */
public final class ConsoleWindow implements AutoCloseable {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final FxBridge bridge;
  private final RunFeed feed;
  private final JournalBridge journal;
  private final UiClock clock;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyObjectWrapper<Palette> palette;
  private final ConsoleFrame frame;
  private final Scene scene;
  private @Nullable Theme pinned;

  /** Builds the window, following the system's colour scheme until a theme is chosen. */
  public ConsoleWindow(ConsoleContext context) {
    FxAssert.onFxThread();
    Fonts.load();
    // before the first control: that would load the toolkit's own theme, to be thrown away at once
    Application.setUserAgentStylesheet(systemTheme().userAgentStylesheet());
    bridge = new FxBridge(context.hub());
    feed = new RunFeed(context.desk());
    journal = new JournalBridge(context.journal());
    clock = new UiClock(context.clock());
    palette = new ReadOnlyObjectWrapper<>(Palette.of(systemTheme()));
    boolean motion = !Platform.getPreferences().isReducedMotion();
    Live live =
        new Live(
            bridge.snapshot(),
            clock,
            palette.getReadOnlyProperty(),
            context.profile().thresholds(),
            motion);
    frame =
        new ConsoleFrame(
            context,
            live,
            new ConsoleFrame.Feeds(feed, journal),
            () -> theme(palette.get().theme().other()));
    scene = new Scene(frame, WIDTH, HEIGHT);
    wear(systemTheme());
    subscriptions.on(
        Platform.getPreferences().colorSchemeProperty(),
        _ -> {
          if (pinned == null) {
            wear(systemTheme());
          }
        });
  }

  /** The root of everything, for a scene of one's own; {@link #scene} is the usual way. */
  public Parent root() {
    return frame;
  }

  /** The window's scene, 1280 by 800 until its stage is resized. */
  public Scene scene() {
    return scene;
  }

  /** Puts the window on a stage and lets its clock tick. */
  public void show(Stage stage) {
    FxAssert.onFxThread();
    for (int size : new int[] {16, 32, 48, 64, 128, 256}) {
      var url = ConsoleWindow.class.getResource("icon-" + size + ".png");
      if (url != null) {
        stage.getIcons().add(new Image(url.toExternalForm()));
      }
    }
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(480);
    subscriptions.on(bridge.snapshot(), snapshot -> stage.setTitle(frame.title(snapshot)));
    subscriptions.on(
        frame.failover().alarm().title(),
        _ -> stage.setTitle(frame.title(bridge.snapshot().get())));
    clock.start();
    stage.show();
    frame.focusView();
    frame.afterFirstFrame();
  }

  /** Shows a view in the middle. */
  public void show(View view) {
    FxAssert.onFxThread();
    frame.show(view);
  }

  /** Selects a runner and shows its details; an empty name closes the details. */
  public void select(String runner) {
    FxAssert.onFxThread();
    frame.select(runner);
  }

  /** Wears this theme from now on, whatever the system's is. */
  public void theme(Theme theme) {
    FxAssert.onFxThread();
    pinned = theme;
    wear(theme);
  }

  /** The theme worn now. */
  public Theme theme() {
    return palette.get().theme();
  }

  /** The theme chosen by hand; empty while the window follows the system's. */
  public Optional<Theme> chosenTheme() {
    return Optional.ofNullable(pinned);
  }

  /** Opens the restart card of a runner, as its button does. */
  public void proposeRestart(String runner) {
    FxAssert.onFxThread();
    frame.commands().restartService(runner);
  }

  /** Starts a check of a runner's service, as its button does. */
  public void checkService(String runner) {
    FxAssert.onFxThread();
    frame.commands().checkService(runner);
  }

  /** True while an action card or a run is waiting for the desk; for pictures. */
  public ReadOnlyObjectProperty<Boolean> cardReady() {
    return frame.cardReady();
  }

  /** Takes away whatever floats over the window. */
  public void closeOverlays() {
    FxAssert.onFxThread();
    frame.closeOverlays();
  }

  /** Reads the clock and draws the ages again; for pictures of a window that is not shown. */
  public void tick() {
    clock.tick();
  }

  ConsoleFrame frame() {
    return frame;
  }

  private void wear(Theme theme) {
    Application.setUserAgentStylesheet(theme.userAgentStylesheet());
    scene.getStylesheets().setAll(theme.stylesheets());
    palette.set(Palette.of(theme));
  }

  private static Theme systemTheme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT
        ? Theme.LIGHT
        : Theme.DARK;
  }

  @Override
  public void close() {
    FxAssert.onFxThread();
    subscriptions.close();
    frame.close();
    clock.close();
    feed.close();
    journal.close();
    bridge.close();
  }
}
