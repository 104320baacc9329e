package io.signalbox.ui.failover;

import io.signalbox.ui.kit.Brief;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The cards and lines this view is made of. */
final class Cards {
  private Cards() {}

  /** A card with a sign, a sentence and what belongs to it. */
  static VBox card(Glyph glyph, Tone tone, String title, Node... content) {
    Label words = titled(Parts.paragraph("", "failover-title"), title);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(12, new Sign(glyph, 16, tone), words);
    VBox body = Parts.column(8, content);
    body.getStyleClass().add("failover-card-body");
    VBox card = Parts.column(8, head);
    if (content.length > 0) {
      card.getChildren().add(body);
    }
    card.getStyleClass().add("failover-card");
    Tone.apply(card, tone);
    return card;
  }

  /** Gives a label its title: long names are cut in it, and whole in its tooltip. */
  static Label titled(Label label, String title) {
    label.setText(Brief.of(title));
    if (!label.getText().equals(title)) {
      Parts.tip(label, title);
    }
    return label;
  }

  /** A card without a state, under a plain title. */
  static VBox plain(String title, Node... content) {
    VBox card = Parts.column(8, Parts.label(title, "section"));
    card.getChildren().addAll(content);
    card.getStyleClass().add("failover-card");
    return card;
  }

  /** A sign and a sentence beside it. */
  static HBox line(Glyph glyph, Tone tone, Label words) {
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(8, new Sign(glyph, 12, tone), words);
    line.getStyleClass().add("failover-line");
    return line;
  }

  /** Labels of GitHub, as it writes them. */
  static FlowPane labels(List<String> labels) {
    FlowPane flow = new FlowPane(4, 4);
    labels.forEach(one -> flow.getChildren().add(Parts.label(one, "label-chip")));
    return flow;
  }
}
