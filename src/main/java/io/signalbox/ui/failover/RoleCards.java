package io.signalbox.ui.failover;

import io.signalbox.action.Intent;
import io.signalbox.failover.CandidateTable;
import io.signalbox.failover.FailoverState;
import io.signalbox.model.RoleMove;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.StateLook;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who has the role, how that is known, and what is half done or owed. */
final class RoleCards {
  private final FailoverPicture picture;
  private final Snapshot snapshot;
  private final Profile profile;
  private final FailoverPresses presses;
  private final Ticks ticks;

  RoleCards(
      FailoverPicture picture,
      Snapshot snapshot,
      Profile profile,
      FailoverPresses presses,
      Ticks ticks) {
    this.picture = picture;
    this.snapshot = snapshot;
    this.profile = profile;
    this.presses = presses;
    this.ticks = ticks;
  }

  Node role() {
    List<Node> content = new ArrayList<>();
    List<String> shown = picture.leavers();
    shown.forEach(name -> content.add(holder(name)));
    List<String> required = profile.deployment().requires();
    if (!required.isEmpty()) {
      FlowPane labels = Cards.labels(required);
      labels.getChildren().addFirst(Parts.label("A deploying job asks for", "secondary"));
      content.add(labels);
    }
    content.add(provenance());
    return Cards.card(glyph(), tone(), title(), content.toArray(Node[]::new));
  }

  private String title() {
    FailoverState state = picture.state();
    if (state.kind() != FailoverState.Kind.NORMAL) {
      return state.words();
    }
    List<String> carriers = state.carriers();
    return carriers.isEmpty()
        ? "The deploying role is with runners that the profile does not list"
        : String.join(", ", carriers)
            + (carriers.size() == 1 ? " has the deploying role" : " have the deploying role");
  }

  private boolean nobodyThere() {
    return picture.leavers().stream().allMatch(snapshot::offline);
  }

  private Glyph glyph() {
    return switch (picture.state().kind()) {
      case NORMAL, MOVED ->
          nobodyThere()
              ? Glyph.SQUARE
              : picture.state().kind() == FailoverState.Kind.MOVED ? Glyph.TRIANGLE : Glyph.CIRCLE;
      case BOTH_ACTIVE, NONE_ACTIVE -> Glyph.SQUARE;
      case UNKNOWN, NOT_CONFIGURED -> Glyph.QUESTION;
    };
  }

  private Tone tone() {
    return switch (picture.state().kind()) {
      case NORMAL, MOVED ->
          nobodyThere()
              ? Tone.DANGER
              : picture.state().kind() == FailoverState.Kind.MOVED ? Tone.ATTENTION : Tone.OK;
      case BOTH_ACTIVE, NONE_ACTIVE -> Tone.DANGER;
      case UNKNOWN, NOT_CONFIGURED -> Tone.UNKNOWN;
    };
  }

  private Node holder(String name) {
    RunnerTruth runner = snapshot.runner(name).orElse(null);
    RunnerState state = runner == null ? RunnerState.UNKNOWN : runner.state();
    Button open = Parts.button(name, () -> presses.runner().accept(name), "link-button");
    open.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    open.setMinWidth(0);
    Parts.tip(open, name + ": show its details");
    Label word = Parts.label("", "secondary");
    word.setMinWidth(Region.USE_PREF_SIZE);
    Tone.apply(word, state == RunnerState.ONLINE ? Tone.QUIET : StateLook.tone(state));
    Instant since = runner == null ? null : runner.since();
    ticks.add(
        now ->
            word.setText(state.word() + (since == null ? "" : " for " + Ages.since(since, now))));
    String host = runner == null || runner.host().isEmpty() ? "" : "on " + runner.host();
    Label where = Parts.name(host, "secondary");
    HBox row =
        Parts.row(
            8, new Sign(StateLook.glyph(state), 12, StateLook.tone(state)), open, word, where);
    row.setMinWidth(0);
    return row;
  }

  /** How it is known, and how old that is. */
  private Label provenance() {
    Label label = Parts.paragraph("", "caption");
    Instant at =
        GithubSight.in(snapshot).map(sight -> sight.health().state().readAt()).orElse(null);
    ticks.add(
        now ->
            label.setText(
                at == null
                    ? "By the labels that GitHub lists: it has not answered yet"
                    : "By the labels that GitHub lists, read " + Ages.since(at, now) + " ago"));
    return label;
  }

  /** What was begun and not finished; nothing where nothing is. */
  List<Node> half() {
    if (!picture.state().half()) {
      return List.of();
    }
    MoveOnRecord last = picture.last().orElse(null);
    HBox buttons = Parts.row(8);
    String words;
    if (last != null) {
      words = record(last) + " Finish it, or put the label sets back that it recorded.";
      buttons
          .getChildren()
          .addAll(
              button(
                  "Finish " + last.move().verb() + "…", last.finish(), "accent-button", "finish"),
              button("Undo run…", last.undo(), "undo"));
    } else if (!FailoverState.gone(snapshot, profile).isEmpty()) {
      words =
          "GitHub does not list "
              + String.join(", ", picture.state().home())
              + " any more, and its labels went with it. Plan a failover below.";
    } else {
      words =
          "No move is on record here: somebody changed the labels elsewhere. Choose where the role"
              + " shall be.";
      buttons.getChildren().addAll(withoutRecord());
    }
    VBox card =
        Cards.card(
            Glyph.PAUSE, Tone.ATTENTION, halfTitle(last), Parts.paragraph(words, "body"), buttons);
    return List.of(card);
  }

  private String halfTitle(@Nullable MoveOnRecord last) {
    boolean gone = last == null && !FailoverState.gone(snapshot, profile).isEmpty();
    return gone ? "Nobody has the role" : "Half done";
  }

  private List<Button> withoutRecord() {
    FailoverState state = picture.state();
    String home = state.home().getFirst();
    if (state.kind() == FailoverState.Kind.BOTH_ACTIVE) {
      String standIn = state.standIns().getFirst();
      return List.of(
          button(
              "Finish: leave it with the stand-in…",
              new Intent.MoveRole(RoleMove.FAILOVER, state.carriers().getFirst(), standIn),
              "finish"),
          button(
              "Fail back: leave it at home…",
              new Intent.MoveRole(RoleMove.FAILBACK, standIn, home),
              "undo"));
    }
    return CandidateTable.of(snapshot, profile, RoleMove.FAILOVER, home).stream()
        .filter(one -> !one.fails("approved"))
        .limit(1)
        .map(
            one ->
                button(
                    "Give it back to where it belongs…",
                    new Intent.MoveRole(RoleMove.FAILBACK, one.runner(), home),
                    "finish"))
        .toList();
  }

  /** What is owed after a move away; nothing where the role is at home. */
  List<Node> debt() {
    if (picture.state().kind() != FailoverState.Kind.MOVED) {
      return List.of();
    }
    String standIn = picture.state().standIns().getFirst();
    MoveOnRecord last = picture.last().orElse(null);
    List<Node> content = new ArrayList<>();
    content.add(
        Parts.paragraph(
            last == null
                ? "Since when is not on record here. It stays until the role is back."
                : record(last) + " It stays until the role is back.",
            "body"));
    for (CandidateLine home : picture.back()) {
      content.add(wayBack(standIn, home));
    }
    return List.of(
        Cards.card(
            Glyph.CLOCK, Tone.ATTENTION, "A failback is owed", content.toArray(Node[]::new)));
  }

  private Node wayBack(String standIn, CandidateLine home) {
    Label words =
        Parts.paragraph(
            home.qualifies()
                ? home.runner() + " can take it back: " + home.note()
                : home.runner() + " cannot take it back yet: " + home.note(),
            "body");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button plan =
        button(
            "Plan failback…",
            new Intent.MoveRole(RoleMove.FAILBACK, standIn, home.runner()),
            "failback");
    return Parts.row(
        8,
        new Sign(
            home.qualifies() ? Glyph.CHECK : Glyph.CANCELLED,
            13,
            home.qualifies() ? Tone.OK : Tone.ATTENTION),
        words,
        plan);
  }

  private String record(MoveOnRecord last) {
    Duration age = Duration.between(last.at(), snapshot.takenAt());
    return "%s began the %s from %s to %s %s ago%s."
        .formatted(
            last.by(),
            last.move().verb(),
            last.from(),
            last.to(),
            Ages.of(age),
            last.outcome().isEmpty()
                ? "; how it ended is not on record"
                : ", which ended: " + last.outcome());
  }

  private Button button(String text, Intent intent, String... classes) {
    Button button = Parts.button(text, () -> presses.propose().accept(intent), classes);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(!picture.blocked().isEmpty());
    return button;
  }
}
