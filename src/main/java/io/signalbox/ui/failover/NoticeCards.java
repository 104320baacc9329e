package io.signalbox.ui.failover;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Intent;
import io.signalbox.failover.Escalation;
import io.signalbox.failover.Suggestion;
import io.signalbox.model.RoleMove;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * What cannot wait: a move that goes on, a prepared failover, nobody left, sources that are out.
 */
final class NoticeCards {
  private final FailoverPicture picture;
  private final FailoverPresses presses;
  private final Ticks ticks;

  NoticeCards(FailoverPicture picture, FailoverPresses presses, Ticks ticks) {
    this.picture = picture;
    this.presses = presses;
    this.ticks = ticks;
  }

  List<Node> all(Optional<ActionRun> running) {
    List<Node> cards = new ArrayList<>();
    running.ifPresent(run -> cards.add(goesOn(run)));
    picture.escalation().ifPresent(one -> cards.add(escalation(one)));
    if (picture.escalation().isEmpty() && running.isEmpty()) {
      picture.suggestion().ifPresent(one -> cards.add(suggestion(one)));
    }
    picture
        .blind()
        .forEach(
            one ->
                cards.add(
                    Cards.card(
                        Glyph.BLIND,
                        one.blocks() ? Tone.UNKNOWN : Tone.ATTENTION,
                        one.title(),
                        Parts.paragraph(one.why(), "body"))));
    return cards;
  }

  private Node goesOn(ActionRun run) {
    boolean asks = run.question() != null;
    Button open = Parts.button("Open the run", () -> presses.run().accept(run), "accent-button");
    open.setMinWidth(Region.USE_PREF_SIZE);
    return Cards.card(
        asks ? Glyph.PAUSE : Glyph.PLAY,
        asks ? Tone.ATTENTION : Tone.ACCENT,
        run.plan().draft().button() + (asks ? ": it stands still and asks" : ": running"),
        Parts.row(8, open));
  }

  private Node suggestion(Suggestion one) {
    Label clock = Parts.paragraph("", "body");
    ticks.add(
        now ->
            clock.setText(
                one.from()
                    + " is offline for "
                    + Ages.exact(Duration.between(one.since(), now))
                    + ", since "
                    + Ages.clock(one.since())
                    + (one.to() == null ? ". A failover is due since " : ". Prepared at ")
                    + Ages.clock(one.due())
                    + ", "
                    + Ages.exact(Duration.between(one.due(), now))
                    + " ago; nothing is done by itself."));
    String to = one.to();
    if (to == null) {
      return Cards.card(
          Glyph.SQUARE,
          Tone.DANGER,
          one.nobody()
              ? "A failover is due, and nobody qualifies"
              : "A failover is due: choose who takes over",
          clock);
    }
    Button plan =
        Parts.button(
            "Open the prepared plan…",
            () -> presses.propose().accept(new Intent.MoveRole(RoleMove.FAILOVER, one.from(), to)),
            "accent-button",
            "prepared");
    plan.setMinWidth(Region.USE_PREF_SIZE);
    plan.setDisable(!picture.blocked().isEmpty());
    return Cards.card(
        Glyph.SQUARE,
        Tone.DANGER,
        "A failover to " + to + " is prepared",
        clock,
        Parts.row(8, plan));
  }

  private Node escalation(Escalation all) {
    Label clock = Parts.label("", "failover-clock");
    ticks.add(now -> clock.setText(Ages.exact(Duration.between(all.since(), now))));
    List<Node> content = new ArrayList<>();
    content.add(
        Parts.row(
            8,
            clock,
            Parts.paragraph(
                "since the last of them went, " + Ages.clock(all.since()), "secondary")));
    content.add(
        Parts.paragraph(
            "Offline: "
                + String.join(", ", all.down())
                + ". There is nobody to fail over to, so people are told.",
            "body"));
    for (Escalation.Step step : all.steps()) {
      Label words = Parts.paragraph("", step.due() ? "body-strong" : "body");
      ticks.add(now -> words.setText(step.what() + when(step, now)));
      content.add(
          Cards.line(
              step.due() ? Glyph.TRIANGLE : Glyph.CLOCK,
              step.due() ? Tone.ATTENTION : Tone.QUIET,
              words));
    }
    return Cards.card(
        Glyph.SQUARE, Tone.DANGER, "Nobody can deploy: escalate", content.toArray(Node[]::new));
  }

  private static String when(Escalation.Step step, Instant now) {
    return step.dueAt().isAfter(now)
        ? ", in " + Ages.exact(Duration.between(now, step.dueAt()))
        : ", due since " + Ages.clock(step.dueAt());
  }
}
