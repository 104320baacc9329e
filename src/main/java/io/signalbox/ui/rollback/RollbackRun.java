package io.signalbox.ui.rollback;

import io.signalbox.action.ActionRun;
import io.signalbox.ansible.HostRecap;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.TaskNode;
import io.signalbox.rollback.HealthBoard;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.ui.fx.RollbackFeed;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Beside;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What a playbook's run shows beside its log: progress, counts per host, the tree as it grows, the
 * health board afterwards, and the relaunch on exactly the hosts that need it. FX thread only.
 */
public final class RollbackRun implements Beside {
  private final String run;
  private final Live live;
  private final RunFeed runs;
  private final RollbackBoard board;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Folds folds = new Folds();
  private final RunProgress progress = new RunProgress();
  private final HostTable hosts = new HostTable();
  private final RowTree tree = new RowTree("Tasks", 76, folds, this::showTree);
  private final HealthPanel health = new HealthPanel();
  private final VBox healthBox =
      Parts.column(6, Parts.label("Health afterwards", "section-title"), health);
  private final Label again = Parts.paragraph("", "body");
  private final Button relaunch;
  private final HBox relaunchRow;
  private final VBox region;
  private List<String> toRepeat = List.of();
  private boolean ended;

  /**
   * Follows a run.
   *
   * @param check it is a check run: what it calls changed was not changed
   * @param relaunch prepares a rollback on these hosts alone; it begins nothing
   */
  public RollbackRun(
      String run,
      boolean check,
      Live live,
      RunFeed runs,
      RollbackFeed feed,
      Consumer<List<String>> relaunch) {
    this.run = run;
    this.live = live;
    this.runs = runs;
    this.board = feed.board();
    this.relaunch = Parts.button("", () -> relaunch.accept(toRepeat), "accent-button", "relaunch");
    this.relaunch.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(again, Priority.ALWAYS);
    again.setMaxWidth(Double.MAX_VALUE);
    relaunchRow = new HBox(10, new Sign(Glyph.TRIANGLE, 14, Tone.ATTENTION), again, this.relaunch);
    relaunchRow.getStyleClass().add("relaunch-row");
    health.wide();
    healthBox.getStyleClass().add("run-health");
    VBox.setVgrow(tree, Priority.ALWAYS);
    region = Parts.column(0, checkRow(check), progress, relaunchRow, hosts, tree, healthBox);
    region.getStyleClass().add("rollback-run");
    region.setMinWidth(HostCounts.COLUMNS.size() * HostTable.COLUMN + 80);
    region.setPrefWidth(640);
    subscriptions.on(feed.news(), _ -> refresh());
    subscriptions.on(runs.runs(), _ -> refresh());
    subscriptions.on(live.clock().nowProperty(), _ -> tick());
  }

  private static HBox checkRow(boolean check) {
    Label words =
        Parts.paragraph(
            "A check run: nothing is changed. Changed means that it would change; what check mode"
                + " cannot know is told on the rollback page.",
            "secondary");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, new Sign(Glyph.INFO, 12, Tone.ACCENT), words);
    row.getStyleClass().add("check-run");
    Parts.visible(row, check);
    return row;
  }

  @Override
  public Region region() {
    return region;
  }

  private void refresh() {
    tick();
    showTree();
    PlaybookTree now = board.tree(run);
    hosts.show(HostCounts.of(now, printed()));
    showRelaunch(now);
    showHealth();
  }

  private void tick() {
    progress.show(board.tree(run), going(), live.now());
  }

  private List<HostRecap> printed() {
    return board.result(run).map(RollbackBoard.Result::hosts).orElse(List.of());
  }

  private boolean going() {
    return runs.run(run).map(one -> !one.verdict().ended()).orElse(true);
  }

  private void showTree() {
    PlaybookTree now = board.tree(run);
    String empty =
        going()
            ? "No event has come yet; the log beside it may tell more."
            : "No event came. The log beside it is what there is.";
    tree.show(RunRows.of(now, folds), empty);
    TaskNode current = now.current();
    if (current != null && !now.plays().isEmpty()) {
      tree.follow("p" + now.plays().getLast().id() + "/" + current.id());
    } else if (now.ended() && !ended) {
      ended = true;
      tree.reveal(
          row ->
              row.kind() == Row.Kind.HOST
                  && row.look() != null
                  && row.look().tone() == Tone.DANGER);
    }
  }

  private void showRelaunch(PlaybookTree now) {
    toRepeat =
        going()
            ? List.of()
            : board.result(run).map(RollbackBoard.Result::toRepeat).orElseGet(now::toRepeat);
    Parts.visible(relaunchRow, !toRepeat.isEmpty());
    int count = toRepeat.size();
    again.setText("Failed or not reached: " + String.join(", ", toRepeat));
    relaunch.setText(
        "Prepare it for " + (count == 1 ? "this host…" : "these " + count + " hosts…"));
  }

  /** Only a look that is later than the run says anything about what the run did. */
  private void showHealth() {
    Optional<ActionRun> one = runs.run(run);
    HealthBoard after =
        going()
            ? null
            : board
                .health()
                .filter(seen -> one.isPresent() && !seen.at().isBefore(one.get().startedAt()))
                .orElse(null);
    health.show(after);
    Parts.visible(healthBox, after != null);
  }

  HostTable hosts() {
    return hosts;
  }

  RowTree tree() {
    return tree;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
