package io.signalbox.ui.shell;

import io.signalbox.action.ActionRun;
import io.signalbox.action.HostRun;
import io.signalbox.action.Intent;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RuleOverride;
import io.signalbox.interlock.Tier;
import io.signalbox.model.RoleMove;
import io.signalbox.ui.confirm.CardPresses;
import io.signalbox.ui.confirm.HostKeyCard;
import io.signalbox.ui.confirm.PlanCard;
import io.signalbox.ui.failover.MoveSections;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Beside;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.run.RunPresses;
import io.signalbox.ui.run.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** From an intent over the plan's card to the run, in one frame. FX thread only. */
final class ActionFlow implements AutoCloseable {
  private static final double CARD_WIDTH = 760;
  private static final double RUN_WIDTH = 920;
  private static final double RUN_HEIGHT = 580;
  private static final double WIDE_WIDTH = 1216;
  private static final double WIDE_HEIGHT = 720;

  private final ConsoleContext context;
  private final Live live;
  private final RunFeed feed;
  private final Overlays overlays;
  private final Unlocking unlocking;
  private final Function<Plan, Optional<Beside>> besides;
  private final ReadOnlyObjectWrapper<Boolean> ready = new ReadOnlyObjectWrapper<>(false);
  private final List<RuleOverride> overrides = new ArrayList<>();
  private Consumer<String> onBegun = _ -> {};
  private @Nullable ActionSheet sheet;
  private @Nullable PlanCard card;
  private @Nullable RunView run;
  private @Nullable AutoCloseable shown;

  /**
   * Nothing is shown yet.
   *
   * @param besides what a run of a plan shows beside its output, empty for most
   */
  ActionFlow(
      ConsoleContext context,
      Live live,
      RunFeed feed,
      Overlays overlays,
      Unlocking unlocking,
      Function<Plan, Optional<Beside>> besides) {
    this.context = context;
    this.live = live;
    this.feed = feed;
    this.overlays = overlays;
    this.unlocking = unlocking;
    this.besides = besides;
  }

  /** Asks the desk for a plan and shows what comes of it. */
  void propose(Intent intent) {
    if (sheet != null) {
      return;
    }
    Button cancel = Parts.button("Cancel", this::dismiss);
    ActionSheet frame = open(heading(intent), waiting(cancel), cancel, CARD_WIDTH, 200);
    plan(intent, frame);
  }

  /** The run's card gives way to the card that ends it. */
  private void abort(HostRun place) {
    dismiss();
    propose(place.abort());
  }

  /** Shows a run of this session again. */
  void open(ActionRun past) {
    if (sheet == null) {
      RunView view = runView(past.id());
      boolean wide = widen(view, past.plan());
      open(
          past.plan().draft().button(),
          view,
          view.firstFocus(),
          wide ? WIDE_WIDTH : RUN_WIDTH,
          wide ? WIDE_HEIGHT : runHeight(past.plan()));
      become(view);
      run = view;
      ready.set(true);
    }
  }

  /** As {@link #propose}; {@code begun} is told the run's id once it is approved. */
  void propose(Intent intent, Consumer<String> begun) {
    if (sheet == null) {
      propose(intent);
      onBegun = begun;
    }
  }

  /**
   * Carries out what only reads without a card: its output has a place of its own. What turns out
   * to need a card opens it.
   *
   * @param refused is told why nothing was done
   */
  void look(Intent intent, Consumer<String> begun, Consumer<String> refused) {
    FxFutures.deliver(
        context.desk().propose(intent, Asking.PLAIN),
        plan -> {
          if (plan.tier() != Tier.OBSERVE) {
            propose(intent, begun);
          } else if (plan.refused()) {
            refused.accept(plan.refusals().getFirst().observed());
          } else {
            begun.accept(plan.id());
            FxFutures.deliver(
                context
                    .desk()
                    .approve(
                        plan,
                        new Approval(plan.hash(), "", "", context.desk().actor(), live.now())),
                _ -> {},
                failure -> refused.accept(FxFutures.message(failure)));
          }
        },
        failure -> refused.accept(FxFutures.message(failure)));
  }

  private void plan(Intent intent, ActionSheet frame) {
    FxFutures.deliver(
        context.desk().propose(intent, Asking.overriding(overrides)),
        plan -> {
          if (sheet == frame) {
            onPlan(intent, plan, frame);
          }
        },
        failure -> {
          if (sheet == frame) {
            onFailure(intent, FxFutures.message(failure), frame);
          }
        });
  }

  private void onPlan(Intent intent, Plan plan, ActionSheet frame) {
    if (plan.tier() == Tier.OBSERVE && !plan.refused()) {
      approve(
          intent,
          plan,
          new Approval(plan.hash(), "", "", context.desk().actor(), live.now()),
          frame);
      return;
    }
    PlanCard next =
        new PlanCard(
            plan,
            live,
            context.desk(),
            new CardPresses(
                approval -> approve(intent, plan, approval, frame),
                this::dismiss,
                () -> again(intent, frame),
                () -> unlocking.open(() -> again(intent, frame)),
                override -> {
                  overrides.add(override);
                  again(intent, frame);
                },
                host -> hostKey(host, intent, frame)),
            sections(intent));
    become(next);
    card = next;
    boolean gravest = plan.tier() == Tier.TWO_PERSON;
    frame.show(heading(intent), next, CARD_WIDTH, gravest ? 760 : 700);
    next.cancelButton().requestFocus();
    ready.set(true);
  }

  /** What a card of this kind shows besides. */
  private List<Node> sections(Intent intent) {
    return intent instanceof Intent.MoveRole move
        ? MoveSections.of(move, live.latest(), context.profile())
        : List.of();
  }

  private RunView runView(String run) {
    return new RunView(
        run,
        live,
        feed,
        this::abort,
        this::dismiss,
        new RunPresses(
            context.desk()::answer,
            next -> {
              dismiss();
              propose(next);
            }));
  }

  /** A move of the role has its guardrails beside its steps. */
  private static double runHeight(Plan plan) {
    return RoleMove.ofVerb(plan.draft().verb()).isPresent() ? 720 : RUN_HEIGHT;
  }

  private void hostKey(String host, Intent intent, ActionSheet frame) {
    HostKeyCard keys =
        new HostKeyCard(context.desk(), host, () -> again(intent, frame), overlays::close);
    overlays.open(keys, keys.closeButton(), () -> {});
  }

  private void again(Intent intent, ActionSheet frame) {
    if (sheet == frame) {
      ready.set(false);
      become(null);
      Button cancel = Parts.button("Cancel", this::dismiss);
      frame.show(heading(intent), waiting(cancel), CARD_WIDTH, 200);
      cancel.requestFocus();
      plan(intent, frame);
    }
  }

  private void approve(Intent intent, Plan plan, Approval approval, ActionSheet frame) {
    onBegun.accept(plan.id());
    RunView view = runView(plan.id());
    become(view);
    run = view;
    boolean wide = widen(view, plan);
    frame.show(
        heading(intent), view, wide ? WIDE_WIDTH : RUN_WIDTH, wide ? WIDE_HEIGHT : runHeight(plan));
    view.firstFocus().requestFocus();
    FxFutures.deliver(
        context.desk().approve(plan, approval),
        _ -> ready.set(true),
        failure -> {
          if (sheet == frame) {
            onFailure(intent, FxFutures.message(failure), frame);
          }
        });
    ready.set(true);
  }

  private boolean widen(RunView view, Plan plan) {
    Optional<Beside> more = besides.apply(plan);
    more.ifPresent(view::beside);
    return more.isPresent();
  }

  private void onFailure(Intent intent, String message, ActionSheet frame) {
    become(null);
    Button close = Parts.button("Close", this::dismiss);
    Button retry = Parts.button("Try again", () -> again(intent, frame), "accent-button");
    VBox body =
        Parts.column(
            16,
            Parts.paragraph("No plan could be carried out.", "consequence"),
            Parts.paragraph(message, "body"),
            Parts.spring(),
            Parts.row(8, Parts.spring(), retry, close));
    body.getStyleClass().add("sheet-body");
    frame.show(heading(intent), body, CARD_WIDTH, 260);
    close.requestFocus();
    ready.set(true);
  }

  private ActionSheet open(String heading, VBox body, Button focus, double width, double height) {
    ActionSheet frame = new ActionSheet(context, live.latest().environment());
    sheet = frame;
    frame.show(heading, body, width, height);
    overlays.open(frame, focus, this::onClosed);
    return frame;
  }

  private VBox waiting(Button cancel) {
    Label words = Parts.paragraph("", "body");
    VBox body = Parts.column(16, words, Parts.spring(), Parts.row(8, Parts.spring(), cancel));
    body.getStyleClass().add("sheet-body");
    Instant began = live.now();
    Subscriptions subscriptions = new Subscriptions();
    subscriptions.on(
        live.clock().nowProperty(),
        now ->
            words.setText(
                "Resolving the target and reading its live state: "
                    + Ages.of(Duration.between(began, now))
                    + " so far."));
    become(subscriptions);
    return body;
  }

  private void dismiss() {
    ActionSheet frame = sheet;
    if (frame != null) {
      overlays.close(frame);
    }
  }

  private void onClosed() {
    become(null);
    overrides.clear();
    onBegun = _ -> {};
    sheet = null;
    ready.set(false);
  }

  /** What is shown now; what was shown before stops listening. */
  private void become(@Nullable AutoCloseable next) {
    AutoCloseable before = shown;
    shown = next;
    card = null;
    run = null;
    switch (before) {
      case null -> {}
      case PlanCard old -> old.close();
      case RunView old -> old.close();
      case Subscriptions old -> old.close();
      default -> throw new IllegalStateException("nothing closes " + before);
    }
  }

  private static String heading(Intent intent) {
    return switch (intent) {
      case Intent.CheckService(String runner) -> "Check service on " + runner;
      case Intent.RestartService(String runner) -> "Restart service on " + runner;
      case Intent.RunCommand command -> "Run command on " + command.host();
      case Intent.AbortRun abort -> "End run on " + abort.host();
      case Intent.MoveRole move -> move.move().words() + " to " + move.to();
      case Intent.UndoMove undo -> "Undo run " + undo.run();
      case Intent.Rollback rollback -> "Roll back to " + rollback.version();
      case Intent.PreviewRollback preview -> "Preview of the rollback to " + preview.version();
      case Intent.AttachRun attach -> "Run " + attach.run() + " on " + attach.host();
      case Intent.RunbookStep step -> "Run step " + step.step() + " on " + step.host();
      case Intent.BreakLock lock -> "Set the lock of " + lock.host() + " aside";
    };
  }

  ReadOnlyObjectProperty<Boolean> ready() {
    return ready.getReadOnlyProperty();
  }

  @Nullable PlanCard card() {
    return card;
  }

  @Nullable RunView run() {
    return run;
  }

  @Override
  public void close() {
    become(null);
  }
}
