package io.signalbox.ui.failover;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Intent;
import io.signalbox.failover.FailoverState;
import io.signalbox.model.RoleMove;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fx.JournalBridge;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The deploying role: who has it, what is half done or owed, who could take over, and what waits.
 * It prepares plans and carries nothing out. FX thread only.
 */
public final class FailoverView extends VBox implements AutoCloseable {
  private final Live live;
  private final Profile profile;
  private final RunFeed feed;
  private final JournalBridge journal;
  private final FailoverPresses presses;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Ticks ticks;
  private final StringProperty chosen = new SimpleStringProperty("");
  private final Label state = Parts.label("", "role-chip");
  private final VBox role = Parts.column(0);
  private final VBox top = Parts.column(16);
  private final CandidateCard candidates;
  private final MoveCard moves;
  private final QueueCard queue;
  private final ScrollPane scroll;
  private String focus = "";
  private long focusedRun;
  private @Nullable FailoverPicture shown;
  private Optional<ActionRun> shownRun = Optional.empty();

  /** Follows the snapshot, the runs of this session and the journal. */
  public FailoverView(
      Live live, Profile profile, RunFeed feed, JournalBridge journal, FailoverPresses presses) {
    this.live = live;
    this.profile = profile;
    this.feed = feed;
    this.journal = journal;
    this.presses = presses;
    ticks = new Ticks(live.now());
    getStyleClass().add("failover");
    candidates = new CandidateCard(chosen, this::about);
    moves = new MoveCard(chosen, presses.propose());
    queue = new QueueCard(ticks);
    VBox left = Parts.column(16, top, candidates, moves, candidates.checks());
    TwoColumns columns = new TwoColumns(role, left, queue);
    columns.getStyleClass().add("failover-body");
    scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox bar = Parts.row(8, Parts.label("Failover", "section"), state);
    bar.getStyleClass().add("view-toolbar");
    getChildren().addAll(bar, scroll);
    subscriptions.on(live.snapshot(), _ -> refresh(false));
    subscriptions.onAny(() -> refresh(false), journal.picture(), feed.runs(), sceneProperty());
    subscriptions.on(live.clock().nowProperty(), this::tick);
    subscriptions.on(
        candidates.list().getSelectionModel().selectedItemProperty(), _ -> onSelected());
  }

  /** Shows the role of this runner, and who could take it over. */
  public void about(String runner) {
    focus = runner;
    focusedRun = 0;
    refresh(true);
    scroll.setVvalue(0);
  }

  /** Shows why this run waits. */
  public void explain(long run) {
    focusedRun = run;
    refresh(true);
    applyCss();
    layout();
    Node job = queue.lookup(".focused-job");
    if (job != null) {
      reveal(job);
    }
  }

  private void reveal(Node node) {
    Node content = scroll.getContent();
    double y = content.sceneToLocal(node.localToScene(0, 0)).getY();
    double room = content.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
    if (room > 0) {
      scroll.setVvalue(Math.clamp((y - 16) / room, 0, 1));
    }
  }

  @Override
  public void requestFocus() {
    if (candidates.list().isVisible()) {
      candidates.list().requestFocus();
    } else {
      scroll.requestFocus();
    }
  }

  private void tick(Instant now) {
    ticks.tick(now);
  }

  private void refresh(boolean always) {
    if (getScene() == null && shown != null && !always) {
      return;
    }
    Snapshot snapshot = live.latest();
    FailoverPicture picture =
        FailoverPicture.of(snapshot, profile, focus, MoveOnRecord.newest(journal.picture().get()));
    Optional<ActionRun> running = running();
    if (!always && picture.equals(shown) && running.equals(shownRun)) {
      return;
    }
    shown = picture;
    shownRun = running;
    ticks.clear();
    ticks.tick(live.now());
    state.setText(picture.state().kind().word());
    Parts.visible(state, picture.state().kind() != FailoverState.Kind.NORMAL);
    RoleCards made = new RoleCards(picture, snapshot, profile, presses, ticks);
    List<Node> cards = new ArrayList<>(new NoticeCards(picture, presses, ticks).all(running));
    if (running.isEmpty()) {
      cards.addAll(made.half());
      cards.addAll(made.debt());
    }
    top.getChildren().setAll(cards);
    Parts.visible(top, !cards.isEmpty());
    role.getChildren().setAll(made.role());
    candidates.show(picture);
    queue.show(picture, snapshot, focusedRun);
    gate();
  }

  private void onSelected() {
    if (shown != null) {
      candidates.onSelected(shown);
      gate();
    }
  }

  private void gate() {
    FailoverPicture picture = shown;
    if (picture != null) {
      moves.show(
          new MoveGate(
              picture,
              live.latest(),
              chosen.get(),
              shownRun.map(run -> run.plan().draft().button()).orElse("")));
    }
  }

  private Optional<ActionRun> running() {
    return feed.runs().get().stream()
        .filter(run -> !run.verdict().ended())
        .filter(run -> moves(run.plan().draft().verb()))
        .findFirst();
  }

  private static boolean moves(String verb) {
    return RoleMove.ofVerb(verb).isPresent() || verb.equals(Intent.UndoMove.VERB);
  }

  String stateText() {
    return state.getText();
  }

  StringProperty chosen() {
    return chosen;
  }

  MoveCard moves() {
    return moves;
  }

  CandidateCard candidates() {
    return candidates;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
