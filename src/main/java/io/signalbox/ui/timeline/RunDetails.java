package io.signalbox.ui.timeline;

import io.signalbox.model.Deployment;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.DetailFrame;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A picked run, job or deployment with its jobs and steps. FX thread only. */
public final class RunDetails extends VBox implements AutoCloseable {
  private final Live live;
  private final Consumer<URI> browser;
  private final Consumer<String> openRunner;
  private final Consumer<String> rollback;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Label title = Parts.name("", "detail-name");
  private final VBox body = Parts.column(0);
  private @Nullable TimelinePick pick;

  /**
   * Follows what {@link #show} names through the snapshots.
   *
   * @param rollback opens the way back to a version; it begins nothing
   */
  public RunDetails(
      Live live,
      Consumer<URI> browser,
      Consumer<String> openRunner,
      Consumer<String> rollback,
      Runnable close) {
    this.live = live;
    this.browser = browser;
    this.openRunner = openRunner;
    this.rollback = rollback;
    getStyleClass().add("detail");
    getChildren().addAll(DetailFrame.header(close, title), DetailFrame.scroll(body));
    subscriptions.on(live.snapshot(), _ -> rebuild());
  }

  /** Shows this from now on. */
  public void show(TimelinePick next) {
    pick = next;
    rebuild();
  }

  private void rebuild() {
    switch (pick) {
      case null -> body.getChildren().clear();
      case TimelinePick.OfJob(long runId, long jobId) -> run(runId, jobId);
      case TimelinePick.OfDeployment(long id) -> deployment(id);
    }
  }

  private void run(long runId, long jobId) {
    Optional<WorkflowRun> run = find(live.latest(), runId);
    if (run.isEmpty()) {
      gone("Run");
      return;
    }
    RunSections sections = new RunSections(live, browser, openRunner);
    title.setText(run.get().workflow() + " #" + run.get().number());
    body.getChildren().setAll(sections.run(run.get()), sections.jobs(run.get(), jobId));
  }

  private void deployment(long id) {
    Optional<Deployment> deployment =
        live.latest().deployments().stream().filter(each -> each.id() == id).findFirst();
    if (deployment.isEmpty()) {
      gone("Deployment");
      return;
    }
    RunSections sections = new RunSections(live, browser, openRunner);
    title.setText("Deployment to " + deployment.get().environment());
    body.getChildren().setAll(sections.deployment(deployment.get()));
    if (RunSections.canGoBack(deployment.get(), live.latest().environment())) {
      body.getChildren().add(sections.wayBack(deployment.get(), rollback));
    }
    live.latest().runs().stream()
        .filter(run -> belongs(run, deployment.get()))
        .findFirst()
        .ifPresent(run -> body.getChildren().addAll(sections.run(run), sections.jobs(run, 0)));
  }

  /** True where the deployment names this run, or a job of it, as what carries it out. */
  static boolean belongs(WorkflowRun run, Deployment deployment) {
    String url = deployment.runUrl();
    return !run.url().isEmpty() && (url.equals(run.url()) || url.startsWith(run.url() + "/"));
  }

  private void gone(String what) {
    title.setText(what);
    body.getChildren()
        .setAll(
            Parts.paragraph(
                what + " is no longer in the time that GitHub was asked for.", "secondary"));
  }

  private static Optional<WorkflowRun> find(Snapshot snapshot, long runId) {
    return snapshot.runs().stream().filter(run -> run.id() == runId).findFirst();
  }

  String titleText() {
    return title.getText();
  }

  VBox body() {
    return body;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
