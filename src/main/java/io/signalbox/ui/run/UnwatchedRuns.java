package io.signalbox.ui.run;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.action.HostRun;
import io.signalbox.action.Intent;
import io.signalbox.action.RunsOnHosts;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.journal.JournalEntry;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.JournalBridge;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.kit.VerdictLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Runs that nobody watches here: begun by this operator's console before and without an outcome on
 * record, and what the hosts say when they are asked. Each can be attached to. FX thread only.
 */
final class UnwatchedRuns extends VBox implements AutoCloseable {
  private static final int MOST = 30;

  private final Desk desk;
  private final RunFeed feed;
  private final Consumer<Intent> propose;
  private final Subscriptions subscriptions = new Subscriptions();
  private final VBox open = Parts.column(6);
  private final VBox hosts = Parts.column(6);
  private final Label words = Parts.paragraph("", "secondary", "unwatched-words");
  private final Button look =
      Parts.button("Ask the hosts for their runs", this::ask, "small", "unwatched-look");
  private List<JournalEntry> unfinished = List.of();
  private List<String> openShown = List.of();
  private @Nullable RunsOnHosts seen;

  UnwatchedRuns(Desk desk, RunFeed feed, JournalBridge journal, Consumer<Intent> propose) {
    super(8);
    this.desk = desk;
    this.feed = feed;
    this.propose = propose;
    getStyleClass().add("unwatched");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    look.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(open, Parts.row(10, words, look), hosts);
    words.setText(
        "Runs of other operators, and of consoles that are gone, are kept by their hosts.");
    subscriptions.on(
        journal.picture(),
        picture -> {
          unfinished = picture.unfinished();
          showOpen();
        });
    subscriptions.on(
        feed.runs(),
        _ -> {
          showOpen();
          showHosts();
        });
  }

  private boolean watched(String run) {
    return feed.runs().get().stream()
        .filter(one -> one.verdict() == Verdict.RUNNING)
        .anyMatch(one -> one.id().equals(run) || watches(one, run));
  }

  private static boolean watches(ActionRun one, String run) {
    return HostRun.of(one).filter(place -> place.run().equals(run)).isPresent();
  }

  private void showOpen() {
    List<JournalEntry> wanted =
        unfinished.stream()
            .filter(entry -> place(entry).isPresent() && !watched(entry.actionId()))
            .toList();
    List<String> ids = wanted.stream().map(JournalEntry::actionId).toList();
    if (ids.equals(openShown)) {
      return;
    }
    openShown = ids;
    open.getChildren().clear();
    for (JournalEntry entry : wanted) {
      String text =
          entry.action()
              + " on "
              + entry.target()
              + ", begun "
              + Ages.full(entry.ts())
              + ", has no known outcome here.";
      open.getChildren()
          .add(row(Glyph.QUESTION, Tone.UNKNOWN, text, place(entry).orElseThrow(), true));
    }
  }

  private static Optional<HostRun> place(JournalEntry entry) {
    String first = entry.params().getOrDefault("hosts", "").split(" ")[0];
    boolean ending =
        entry.action().equals(PlanDraft.ABORT) || entry.action().equals(PlanDraft.BREAK_LOCK);
    return first.isEmpty() || ending
        ? Optional.empty()
        : Optional.of(new HostRun(first, entry.actionId()));
  }

  private void ask() {
    look.setDisable(true);
    words.setText("Asking every host for the runs it keeps.");
    FxFutures.deliver(
        desk.runsOnHosts(),
        found -> {
          look.setDisable(false);
          seen = found;
          words.setText(said(found));
          showHosts();
        },
        failure -> {
          look.setDisable(false);
          words.setText("The hosts could not be asked: " + FxFutures.message(failure));
        });
  }

  private static String said(RunsOnHosts found) {
    List<String> parts = new ArrayList<>();
    int count = found.runs().size();
    parts.add(
        count == 0
            ? "No host that answered keeps a run."
            : count + (count == 1 ? " run is kept" : " runs are kept") + " on the hosts.");
    found.silent().forEach((host, why) -> parts.add(host + " did not answer: " + why));
    if (count > MOST) {
      parts.add("The newest " + MOST + " are listed.");
    }
    return String.join(" ", parts);
  }

  private void showHosts() {
    RunsOnHosts found = seen;
    hosts.getChildren().clear();
    if (found == null) {
      return;
    }
    for (RunsOnHosts.Row one : found.runs().stream().limit(MOST).toList()) {
      if (!watched(one.place().run())) {
        hosts.getChildren().add(row(one));
      }
    }
  }

  private HBox row(RunsOnHosts.Row one) {
    String text =
        one.what()
            + " on "
            + one.place().host()
            + (one.owner().isEmpty() ? "" : ", by " + one.owner())
            + (one.startedAt().isEmpty() ? "" : ", since " + one.startedAt())
            + ": "
            + (one.going() ? one.state() : one.verdict().words());
    return row(
        VerdictLook.glyph(one.verdict()),
        VerdictLook.tone(one.verdict()),
        text,
        one.place(),
        one.going());
  }

  private HBox row(Glyph glyph, Tone tone, String text, HostRun place, boolean going) {
    Label label = Parts.paragraph(text, "body");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Button attach = Parts.button("Attach", () -> propose.accept(place.attach()), "small");
    attach.setAccessibleText("Attach to run " + place.run() + " on " + place.host());
    attach.setMinWidth(USE_PREF_SIZE);
    HBox row = Parts.row(10, new Sign(glyph, 14, tone), label, attach);
    if (going) {
      Button abort = Parts.button("Abort…", () -> propose.accept(place.abort()), "small");
      abort.setAccessibleText("Abort run " + place.run() + " on " + place.host());
      abort.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(abort);
    }
    row.getStyleClass().add("unwatched-run");
    return row;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
