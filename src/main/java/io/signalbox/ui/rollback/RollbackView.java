package io.signalbox.ui.rollback;

import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.rollback.RollbackBoard.Ground;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.rollback.Versions;
import io.signalbox.ui.fx.RollbackFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The way back on one page, all of it in sight: versions, target and why on the left; checks,
 * health and preview on the right; what is still missing, and the button, at the foot. It begins
 * nothing: the button asks for a plan. FX thread only.
 */
public final class RollbackView extends VBox implements AutoCloseable {
  private static final double LEFT = 384;
  private static final double LISTS = 178;

  private final Live live;
  private final RollbackDoor door;
  private final RollbackBoard board;
  private final RollbackForm form;
  private final RollbackPresses presses;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Looker looker = new Looker(this::refresh);
  private final Looker healthLooker = new Looker(this::refresh);
  private final VersionsSection versions = new VersionsSection();
  private final TargetSection target;
  private final WhySection why;
  private final PreFlightSection preFlight = new PreFlightSection();
  private final PreviewSection preview = new PreviewSection();
  private final HealthPanel health = new HealthPanel();
  private final Label healthWords = Parts.paragraph("", "secondary");
  private final Label versionsNote = Parts.label("");
  private final Label checksNote = Parts.label("");
  private final Label healthNote = Parts.label("");
  private final Label looking = Parts.name("", "secondary");
  private final Label missing = Parts.paragraph("", "why-not");
  private final Button look = Parts.button("Read again", this::look, "small");
  private final Button askHealth = Parts.button("Ask now", this::askHealth, "small");
  private final Button tryOut = Parts.button("Preview", this::onPreview, "accent-button");
  private final Button go = Parts.button("", this::onRollback, "rollback-button");
  private boolean seen;

  /** Follows the board; asks nothing until it is first shown. */
  public RollbackView(
      Live live, RollbackDoor door, RollbackFeed feed, RollbackForm form, RollbackPresses presses) {
    this.live = live;
    this.door = door;
    this.board = feed.board();
    this.form = form;
    this.presses = presses;
    target = new TargetSection(form);
    why = new WhySection(form, subscriptions);
    getStyleClass().add("rollback");
    if (!door.notConfigured().isEmpty()) {
      getChildren().addAll(toolbar(false), empty());
    } else {
      HBox page = new HBox(left(), right());
      VBox.setVgrow(page, Priority.ALWAYS);
      getChildren().addAll(toolbar(true), page, footer());
    }
    subscriptions.on(feed.news(), _ -> refresh());
    subscriptions.on(live.clock().nowProperty(), _ -> refresh());
    subscriptions.onAny(this::refresh, form.parts());
    subscriptions.onAny(this::lookOnce, form.target());
    subscriptions.onAny(this::onScene, sceneProperty());
  }

  private HBox toolbar(boolean configured) {
    HBox bar = Parts.row(10, Parts.label("Rollback", "section"), Parts.spring());
    if (configured) {
      look.setMinWidth(USE_PREF_SIZE);
      bar.getChildren().addAll(looking, look);
    }
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  /** No playbook: why, and what would fill the page; health is asked all the same. */
  private Node empty() {
    Label words = Parts.paragraph(door.notConfigured(), "body");
    words.setMaxWidth(640);
    VBox box = Parts.column(16, words, healthSection());
    box.setMaxWidth(720);
    box.getStyleClass().add("rollback-empty");
    health.wide();
    return box;
  }

  private Node left() {
    VBox column =
        Parts.column(
            0,
            Sections.of("1", "Versions", versionsNote, versions),
            Sections.of("2", "Back to", Parts.label("nothing is preselected"), target),
            Sections.of("3", "Why", Parts.label(""), why));
    column.getStyleClass().add("rollback-left");
    ScrollPane scroll = scroll(column);
    scroll.setMinWidth(300);
    scroll.setPrefWidth(LEFT);
    scroll.getStyleClass().add("rollback-left-scroll");
    return scroll;
  }

  private Node right() {
    HBox lists =
        new HBox(
            scroll(Sections.of("4", "Checks", checksNote, preFlight)), scroll(healthSection()));
    for (Node list : lists.getChildren()) {
      HBox.setHgrow(list, Priority.ALWAYS);
      ((Region) list).setPrefWidth(100);
    }
    lists.setMinHeight(LISTS);
    lists.setPrefHeight(LISTS);
    lists.getStyleClass().add("rollback-lists");
    Label note = Parts.label("");
    VBox below = Sections.of("5", "Preview", note, preview);
    ((HBox) below.getChildren().getFirst()).getChildren().add(2, preview.standing());
    HBox.setHgrow(preview.standing(), Priority.ALWAYS);
    VBox.setVgrow(preview, Priority.ALWAYS);
    VBox.setVgrow(below, Priority.ALWAYS);
    VBox column = new VBox(lists, below);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMinWidth(0);
    return column;
  }

  private VBox healthSection() {
    VBox content = Parts.column(8, healthWords, health);
    VBox section = Sections.of("", "Health", healthNote, content);
    ((HBox) section.getChildren().getFirst()).getChildren().removeFirst();
    ((HBox) section.getChildren().getFirst()).getChildren().add(askHealth);
    askHealth.setMinWidth(USE_PREF_SIZE);
    askHealth.getStyleClass().add("ask-health");
    return section;
  }

  private static ScrollPane scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("card-scroll");
    return scroll;
  }

  private HBox footer() {
    HBox.setHgrow(missing, Priority.ALWAYS);
    missing.setMaxWidth(Double.MAX_VALUE);
    go.setMnemonicParsing(false);
    tryOut.setMnemonicParsing(false);
    go.setMinWidth(USE_PREF_SIZE);
    tryOut.setMinWidth(USE_PREF_SIZE);
    HBox footer = Parts.row(8, missing, tryOut, go);
    footer.getStyleClass().add("rollback-footer");
    return footer;
  }

  private void onScene() {
    if (getScene() != null && !seen) {
      seen = true;
      if (door.notConfigured().isEmpty() && board.ground().isEmpty()) {
        look();
      }
    }
  }

  private void look() {
    looker.ask(() -> door.look(form.target().get()), live.now());
  }

  /** A version that can be gone back to is looked at as soon as it is picked. */
  private void lookOnce() {
    if (!form.target().get().isEmpty() && form.targetTrouble(board.ground()).isEmpty()) {
      look();
    }
  }

  /** Asks for the health now. */
  public void askHealth() {
    healthLooker.ask(door::health, live.now());
  }

  private void onPreview() {
    if (form.beforePreview(board.ground()).isEmpty()) {
      presses.propose().accept(form.preview(board.ground()));
    }
  }

  private void onRollback() {
    if (form.missing(board.ground()).isEmpty()) {
      presses.propose().accept(form.rollback(board.ground()));
    }
  }

  private void refresh() {
    Optional<Ground> ground = board.ground();
    String wanted = form.target().get();
    showHealth();
    if (!door.notConfigured().isEmpty()) {
      return;
    }
    String what = wanted.isEmpty() ? "Reading the versions" : "Looking at the way to " + wanted;
    looking.setText(looker.words(what, live.now()));
    look.setDisable(looker.asking());
    Optional<Versions> read = ground.map(Ground::versions);
    versions.show(
        read,
        looker.failed()
            ? "Not read: " + looker.words("", live.now())
            : "Nothing was read yet from the control host.");
    versionsNote.setText(
        read.map(one -> Ages.since(one.at(), live.now()) + " old").orElse("not read"));
    target.show(ground);
    preFlight.show(ground, wanted, checkWords(wanted));
    checksNote.setText(PreFlightSection.note(ground, wanted, live.now()));
    PreviewStanding standing = PreviewStanding.of(board.preview().orElse(null), wanted, live.now());
    preview.show(board.preview(), standing);
    showFooter(ground, wanted, standing);
  }

  private String checkWords(String wanted) {
    if (wanted.isEmpty()) {
      return "Pick a version: then the control host is asked whether the way to it is free.";
    }
    return looker.failed()
        ? "Not looked at: " + looker.words("", live.now())
        : looker.asking() ? "Asking the control host." : "Not looked at for " + wanted + " yet.";
  }

  private void showFooter(Optional<Ground> ground, String wanted, PreviewStanding standing) {
    List<String> open = form.missing(ground);
    String environment = live.latest().environment();
    go.setText(
        wanted.isEmpty()
            ? "Roll back " + environment + "…"
            : "Roll back " + environment + " to " + shorter(wanted) + "…");
    go.setDisable(!open.isEmpty());
    tryOut.setDisable(!form.beforePreview(ground).isEmpty());
    tryOut.setText(wanted.isEmpty() ? "Preview" : "Preview " + shorter(wanted));
    missing.setText(
        open.isEmpty() ? standing.warning() : String.join(" · ", open.stream().limit(4).toList()));
  }

  private static String shorter(String version) {
    return version.length() <= 28
        ? version
        : version.substring(0, 14) + "…" + version.substring(version.length() - 12);
  }

  private void showHealth() {
    health.show(board.health().orElse(null));
    String words = healthLooker.words("Asking the checks", live.now());
    if (words.isEmpty() && board.health().isEmpty()) {
      words = "Not asked yet: what is not measured is not called healthy.";
    }
    healthWords.setText(words);
    Parts.visible(healthWords, !words.isEmpty());
    askHealth.setDisable(healthLooker.asking());
    healthNote.setText(
        board
            .health()
            .map(
                one ->
                    one.worst().word().toUpperCase(Locale.ROOT).equals("OK")
                        ? "all that is asked is ok, " + Ages.since(one.at(), live.now()) + " old"
                        : Ages.since(one.at(), live.now()) + " old")
            .orElse(""));
  }

  /** The partial state that stands, empty where none does. */
  static Optional<PartialState> partial(RollbackBoard board) {
    return board.partial().filter(PartialState::partial);
  }

  TargetSection target() {
    return target;
  }

  PreviewSection preview() {
    return preview;
  }

  Button goButton() {
    return go;
  }

  Button previewButton() {
    return tryOut;
  }

  String missingText() {
    return missing.getText();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
