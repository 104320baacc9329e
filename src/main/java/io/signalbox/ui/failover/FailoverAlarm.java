package io.signalbox.ui.failover;

import io.signalbox.failover.Escalation;
import io.signalbox.failover.Suggestion;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Says in every view that a failover is prepared, or that nobody is left, until it was seen: one
 * notice in the window, the window's title for who looks at the task bar, and a notice of the
 * desktop with its sound for who looks elsewhere. It begins nothing. FX thread only.
 */
public final class FailoverAlarm extends VBox implements AutoCloseable {
  private final Live live;
  private final Profile profile;
  private final AlarmBell bell;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final Label words = Parts.paragraph("", "body-strong");
  private final Label clock = Parts.paragraph("", "secondary");
  private @Nullable Alarm raised;
  private @Nullable Alarm seen;

  /** What is so, and since when; the same one keeps quiet once it was seen. */
  record Alarm(String words, String runner, Instant since) {
    /** Since when is not compared: where nobody knows that, it is each picture's own time. */
    boolean same(@Nullable Alarm other) {
      return other != null && words.equals(other.words) && runner.equals(other.runner);
    }

    /** This one, and as old as it was said to be already. */
    Alarm after(@Nullable Alarm other) {
      return other != null && same(other) && other.since.isBefore(since) ? other : this;
    }
  }

  /**
   * An alarm.
   *
   * @param bell tells of it outside the window
   * @param look shows the failover view about a runner
   */
  public FailoverAlarm(Live live, Profile profile, AlarmBell bell, Consumer<String> look) {
    super(8);
    this.live = live;
    this.bell = bell;
    this.profile = profile;
    getStyleClass().add("failover-toast");
    setMaxHeight(USE_PREF_SIZE);
    VBox texts = Parts.column(2, words, clock);
    HBox.setHgrow(texts, Priority.ALWAYS);
    Button open = Parts.button("Look at it", () -> onLook(look), "small", "accent-button");
    Button acknowledge = Parts.button("Seen", this::onSeen, "small", "alarm-seen");
    HBox buttons = Parts.row(8, Parts.spring(), acknowledge, open);
    buttons.getChildren().forEach(one -> ((Region) one).setMinWidth(USE_PREF_SIZE));
    getChildren().addAll(new HBox(12, new Sign(Glyph.SQUARE, 14, Tone.DANGER), texts), buttons);
    Parts.visible(this, false);
    subscriptions.on(live.snapshot(), this::onSnapshot);
    subscriptions.on(live.clock().nowProperty(), _ -> tick());
  }

  /** What the window's title begins with while this is not seen; empty otherwise. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  private void onSnapshot(Snapshot snapshot) {
    Alarm now =
        Escalation.of(snapshot, profile)
            .map(all -> new Alarm("Nobody can deploy", all.down().getFirst(), all.since()))
            .or(() -> Suggestion.of(snapshot, profile).map(FailoverAlarm::alarm))
            .orElse(null);
    if (now == null) {
      seen = null;
    }
    Alarm news = now == null || now.same(seen) ? null : now.after(raised);
    if (news != null && !news.same(raised)) {
      appear();
      bell.ring(news.words(), lasts(news, live.now()), live.now());
    }
    raised = news;
    Parts.visible(this, news != null);
    title.set(news == null ? "" : news.words());
    tick();
  }

  private static Alarm alarm(Suggestion one) {
    String to = one.to();
    String words =
        to != null
            ? "A failover from " + one.from() + " to " + to + " is prepared"
            : one.nobody()
                ? "A failover from " + one.from() + " is due, and nobody qualifies"
                : "A failover from " + one.from() + " is due: choose who takes over";
    return new Alarm(words, one.from(), one.since());
  }

  private void appear() {
    if (live.motion()) {
      FadeTransition fade = new FadeTransition(javafx.util.Duration.millis(200), this);
      fade.setFromValue(0);
      fade.setToValue(1);
      fade.play();
    }
  }

  private void tick() {
    Alarm alarm = raised;
    if (alarm == null) {
      return;
    }
    Cards.titled(words, alarm.words());
    clock.setText(lasts(alarm, live.now()));
  }

  private static String lasts(Alarm alarm, Instant now) {
    return "Offline for "
        + Ages.exact(Duration.between(alarm.since(), now))
        + ". Nothing is done by itself.";
  }

  private void onLook(Consumer<String> look) {
    Alarm alarm = raised;
    onSeen();
    if (alarm != null) {
      look.accept(alarm.runner());
    }
  }

  private void onSeen() {
    seen = raised;
    raised = null;
    Parts.visible(this, false);
    title.set("");
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
