package io.signalbox.ui.rollback;

import io.signalbox.rollback.PartialState;
import io.signalbox.ui.fx.RollbackFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Across the window while production is half done and nobody said what they know of it. FX thread
 * only.
 */
public final class PartialBanner extends VBox {
  private final Live live;
  private final RollbackFeed feed;
  private final RollbackForm form;
  private final Label words = Parts.paragraph("", "body");
  private final Label age = Parts.label("", "secondary");
  private final TextField known = new TextField();
  private final Button open;
  private final Button say = Parts.button("Acknowledge…", this::onSay, "small");
  private final Button done;
  private final HBox saying;

  /**
   * Follows the board.
   *
   * @param openPage shows the rollback page
   */
  public PartialBanner(
      Live live,
      RollbackFeed feed,
      RollbackForm form,
      Runnable openPage,
      Subscriptions subscriptions) {
    super(6);
    this.live = live;
    this.feed = feed;
    this.form = form;
    getStyleClass().add("partial-banner");
    open = Parts.button("Open rollback", openPage, "small");
    done = Parts.button("Acknowledge", this::onDone, "small", "accent-button");
    for (Button button : new Button[] {open, say, done}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    known.setPromptText("What you know of it: what was cut off, what runs, who looks after it");
    known.setAccessibleText("What you know of the partial state");
    known.getStyleClass().add("partial-known");
    HBox.setHgrow(known, Priority.ALWAYS);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    age.setMinWidth(USE_PREF_SIZE);
    done.disableProperty().bind(known.textProperty().map(text -> text.isBlank()));
    saying = Parts.row(8, known, done);
    HBox row = Parts.row(10, new Sign(Glyph.SQUARE, 14, Tone.DANGER), words, age, say, open);
    getChildren().addAll(row, saying);
    Parts.visible(saying, false);
    Parts.visible(this, false);
    subscriptions.on(feed.news(), _ -> refresh());
    subscriptions.on(live.clock().nowProperty(), _ -> refresh());
    subscriptions.onAny(this::refresh, form.acknowledgement());
  }

  private void refresh() {
    Optional<PartialState> state =
        RollbackView.partial(feed.board()).filter(one -> !form.acknowledged(one));
    Parts.visible(this, state.isPresent());
    state.ifPresent(
        one -> {
          words.setText(
              "PARTIAL STATE: "
                  + one.words()
                  + ". Deploys and rollbacks are blocked until somebody says what they know of"
                  + " it.");
          age.setText(Ages.since(one.at(), live.now()) + " old");
        });
  }

  private void onSay() {
    Parts.visible(saying, true);
    known.requestFocus();
  }

  private void onDone() {
    RollbackView.partial(feed.board()).ifPresent(one -> form.acknowledge(one, known.getText()));
    known.clear();
    Parts.visible(saying, false);
  }

  String text() {
    return isVisible() ? words.getText() : "";
  }

  Button acknowledgeButton() {
    return done;
  }
}
