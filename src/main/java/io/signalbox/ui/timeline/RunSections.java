package io.signalbox.ui.timeline;

import io.signalbox.model.Deployment;
import io.signalbox.model.Job;
import io.signalbox.model.JobStep;
import io.signalbox.model.WorkflowRun;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Links;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The pieces of a run's or a deployment's details. */
final class RunSections {
  private final Live live;
  private final Consumer<URI> browser;
  private final Consumer<String> openRunner;

  RunSections(Live live, Consumer<URI> browser, Consumer<String> openRunner) {
    this.live = live;
    this.browser = browser;
    this.openRunner = openRunner;
  }

  Node run(WorkflowRun run) {
    VBox box = Parts.column(3);
    Instant begun = run.startedAt() == null ? run.createdAt() : run.startedAt();
    Instant end = run.completed() ? run.updatedAt() : null;
    box.getChildren()
        .addAll(
            state(BarState.of(run.status(), run.conclusion()), lasted(begun, end)),
            Parts.paragraph(run.title(), "body"),
            Parts.name(run.branch() + " " + shortSha(run.sha()), "mono-text"),
            Parts.label(
                "by "
                    + run.actor()
                    + ", "
                    + run.event()
                    + (run.attempt() > 1 ? ", attempt " + run.attempt() : ""),
                "secondary"),
            Parts.label("created " + Ages.full(run.createdAt()), "secondary"));
    link(box, run.url(), "Open run on GitHub");
    return section("Run", box);
  }

  Node deployment(Deployment deployment) {
    VBox box = Parts.column(3);
    Instant at = deployment.stateAt();
    box.getChildren()
        .addAll(
            state(
                BarState.ofDeployment(deployment.state()),
                at == null ? "since when is not known" : since(deployment, at)),
            Parts.name(deployment.ref() + " " + shortSha(deployment.sha()), "mono-text"),
            Parts.label(
                "GitHub says " + deployment.state() + ", by " + deployment.creator(), "secondary"),
            Parts.label("created " + Ages.full(deployment.createdAt()), "secondary"));
    link(box, deployment.runUrl(), "Open on GitHub");
    return section("Deployment", box);
  }

  /** True for a version that ran in this environment once, and is not on its way there now. */
  static boolean canGoBack(Deployment deployment, String environment) {
    boolean ran = deployment.state().equals("success") || deployment.state().equals("inactive");
    return ran && deployment.environment().equals(environment) && !deployment.ref().isEmpty();
  }

  Node wayBack(Deployment deployment, Consumer<String> rollback) {
    Button back =
        Parts.button(
            "Roll back to this…", () -> rollback.accept(deployment.ref()), "small", "roll-back-to");
    VBox box =
        Parts.column(
            6,
            Parts.paragraph(
                "Opens the rollback page with " + deployment.ref() + " picked; it begins nothing.",
                "secondary"),
            back);
    return section("The way back", box);
  }

  private String since(Deployment deployment, Instant at) {
    String age = Ages.since(at, live.now());
    return deployment.inFlight() ? "for " + age : age + " ago";
  }

  Node jobs(WorkflowRun run, long picked) {
    VBox box = Parts.column(10);
    if (!run.jobsRead()) {
      box.getChildren().add(Parts.paragraph("Its jobs were not read.", "secondary"));
    }
    run.jobs().stream()
        .sorted((a, b) -> Boolean.compare(b.id() == picked, a.id() == picked))
        .forEach(job -> box.getChildren().add(job(job, job.id() == picked || picked == 0)));
    return section(run.jobs().size() == 1 ? "1 job" : run.jobs().size() + " jobs", box);
  }

  private Node job(Job job, boolean withSteps) {
    BarState state = BarState.of(job.status(), job.conclusion());
    Label name = Parts.name(job.name(), "body-strong");
    Label time = Parts.label(jobTime(job, state), "secondary");
    time.setMinWidth(HBox.USE_PREF_SIZE);
    VBox box = Parts.column(2, Parts.row(8, sign(state, 11), name, Parts.spring(), time));
    Label note = Parts.paragraph(jobNote(job, state), "secondary");
    box.getChildren().add(note);
    String runner = job.runnerName();
    if (runner != null && !runner.isEmpty()) {
      Button to = Parts.button("on " + runner, () -> openRunner.accept(runner), "link-button");
      box.getChildren().add(to);
    }
    if (withSteps) {
      VBox steps = Parts.column(2);
      steps.getStyleClass().add("steps");
      job.steps().forEach(step -> steps.getChildren().add(step(step)));
      box.getChildren().add(steps);
    }
    return box;
  }

  private String jobTime(Job job, BarState state) {
    Instant started = job.startedAt();
    return started == null || state == BarState.QUEUED ? "" : lasted(started, job.completedAt());
  }

  private String jobNote(Job job, BarState state) {
    Instant created = job.createdAt();
    Instant started = job.startedAt();
    if (created == null) {
      return state.word();
    }
    boolean waits = state == BarState.QUEUED || state == BarState.WAITING || started == null;
    Instant until = waits || started == null ? live.now() : started;
    String queued = Ages.exact(Duration.between(created, until));
    String wants = job.labels().isEmpty() ? "" : ", asks for " + String.join(" + ", job.labels());
    return waits && !job.completed()
        ? state.word() + " for " + queued + wants
        : state.word() + ", queued for " + queued;
  }

  private Node step(JobStep step) {
    BarState state = BarState.of(step.status(), step.conclusion());
    Label name = Parts.name(step.name(), "secondary");
    Instant started = step.startedAt();
    Label time =
        Parts.label(
            started == null ? state.word() : lasted(started, step.completedAt()), "caption");
    time.setMinWidth(HBox.USE_PREF_SIZE);
    Parts.tip(name, step.name() + ": " + state.word());
    return Parts.row(8, sign(state, 9), name, Parts.spring(), time);
  }

  private HBox state(BarState state, String time) {
    Label word = Parts.label(state.word() + (time.isEmpty() ? "" : ", " + time), "detail-state");
    HBox row = Parts.row(8, sign(state, 13), word);
    row.getStyleClass().add("detail-state-row");
    Tone.apply(row, tone(state));
    return row;
  }

  private static Sign sign(BarState state, double size) {
    return new Sign(state.glyph(), size, tone(state));
  }

  static Tone tone(BarState state) {
    return switch (state) {
      case RUNNING, QUEUED -> Tone.ACCENT;
      case FAILED -> Tone.DANGER;
      case WAITING -> Tone.ATTENTION;
      case UNKNOWN -> Tone.UNKNOWN;
      case SUCCESS, CANCELLED, SKIPPED, SUPERSEDED -> Tone.QUIET;
    };
  }

  private String lasted(Instant from, @Nullable Instant to) {
    return Ages.exact(Duration.between(from, to == null ? live.now() : to));
  }

  private void link(VBox box, String url, String words) {
    Links.of(url)
        .ifPresent(
            link ->
                box.getChildren()
                    .add(Parts.button(words, () -> browser.accept(link), "link-button")));
  }

  private static String shortSha(String sha) {
    return sha.length() > 7 ? sha.substring(0, 7) : sha;
  }

  private static Node section(String title, Node content) {
    VBox section = Parts.column(6, Parts.label(title, "section-title"), content);
    section.getStyleClass().add("detail-section");
    return section;
  }
}
