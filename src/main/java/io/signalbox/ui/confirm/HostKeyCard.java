package io.signalbox.ui.confirm;

import io.signalbox.action.Desk;
import io.signalbox.action.HostKeyLook;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The host key of a machine that is met for the first time: agreed to by the fingerprint that the
 * operator got from elsewhere, never by a press alone. A key that changed has no way on. FX thread
 * only.
 */
public final class HostKeyCard extends VBox {
  private final Desk desk;
  private final String host;
  private final Runnable onAgreed;
  private final Consumer<Node> onClose;
  private final Button close;
  private final VBox content = Parts.column(12);
  private final Label trouble = Parts.paragraph("", "run-error");
  private final TextField given = new TextField();

  /**
   * Looks at once.
   *
   * @param onAgreed called when the key on the way is recorded
   * @param onClose takes this away
   */
  public HostKeyCard(Desk desk, String host, Runnable onAgreed, Consumer<Node> onClose) {
    super(16);
    this.desk = desk;
    this.host = host;
    this.onAgreed = onAgreed;
    this.onClose = onClose;
    this.close = Parts.button("Close", this::leave);
    getStyleClass().addAll("sheet", "host-key-card");
    setPrefWidth(640);
    getChildren().addAll(Parts.label("Host key of " + host, "sheet-title"), content);
    look();
  }

  /** Where the focus starts. */
  public Button closeButton() {
    return close;
  }

  private void look() {
    show(
        Parts.paragraph("Connecting to see which key is presented; nothing else is sent.", "body"),
        closing());
    FxFutures.deliver(
        desk.hostKey(host), this::found, failure -> failed(FxFutures.message(failure)));
  }

  private void found(HostKeyLook look) {
    switch (look) {
      case HostKeyLook.Known known -> show(Parts.paragraph(known.words(), "body"), closing());
      case HostKeyLook.Failed failure -> failed(failure.words());
      case HostKeyLook.Changed changed -> changed(changed);
      case HostKeyLook.Unknown unknown -> unknown(unknown);
    }
  }

  private void failed(String words) {
    show(
        Parts.paragraph("The key could not be looked at: " + words, "body"),
        Parts.row(8, Parts.spring(), Parts.button("Try again", this::look), close));
  }

  private void changed(HostKeyLook.Changed changed) {
    Label words =
        Parts.paragraph("THE HOST KEY OF " + changed.hop() + " HAS CHANGED", "break-glass");
    HBox banner = new HBox(10, new Sign(Glyph.CROSS, 16, Tone.DANGER), words);
    banner.getStyleClass().add("source-trouble");
    VBox keys = Parts.column(6);
    changed.known().forEach(key -> keys.getChildren().add(print("On file", key)));
    if (!changed.presented().isEmpty()) {
      keys.getChildren().add(print("Presented now", changed.presented()));
    }
    show(
        banner,
        keys,
        Parts.paragraph(changed.words(), "body"),
        Parts.paragraph(
            "There is no way on from here: only the machine's owner can say what happened.",
            "secondary"),
        closing());
  }

  private void unknown(HostKeyLook.Unknown key) {
    given.setPromptText("SHA256:… as the machine's owner gave it");
    given.setAccessibleText("Fingerprint from the machine's owner");
    given.getStyleClass().add("fingerprint-field");
    Button agree = Parts.button("Record 1 host key", () -> agree(key), "accent-button");
    agree.disableProperty().bind(given.textProperty().map(text -> text.strip().length() < 8));
    Parts.visible(trouble, false);
    String short1 = key.type().replaceFirst("^(ssh-)?(ed25519|rsa|ecdsa).*", "$2");
    show(
        Parts.paragraph(
            key.hop() + " presents a key that nobody has agreed to yet. Nothing was sent.", "body"),
        print("Presented", key.type() + " " + key.fingerprint()),
        Parts.paragraph(
            "Get its fingerprint from the machine itself or its owner, by another way than this"
                + " connection: ssh-keygen -lf /etc/ssh/ssh_host_"
                + short1
                + "_key.pub. Type or paste it here; it is compared with what is presented. It will"
                + " be recorded in "
                + key.file()
                + ".",
            "secondary"),
        given,
        trouble,
        Parts.row(8, Parts.spring(), close, agree));
    given.requestFocus();
  }

  private void agree(HostKeyLook.Unknown key) {
    given.setDisable(true);
    FxFutures.deliver(
        desk.agreeHostKey(host, key.fingerprint(), given.getText().strip()),
        _ -> {
          leave();
          onAgreed.run();
        },
        failure -> {
          given.setDisable(false);
          trouble.setText(FxFutures.message(failure));
          Parts.visible(trouble, true);
        });
  }

  private void leave() {
    onClose.accept(this);
  }

  private static HBox print(String what, String key) {
    Label name = Parts.label(what, "secondary");
    name.setMinWidth(110);
    Label value = Parts.paragraph(key, "mono-text");
    HBox.setHgrow(value, Priority.ALWAYS);
    return Parts.row(10, name, value);
  }

  private HBox closing() {
    return Parts.row(8, Parts.spring(), close);
  }

  private void show(Node... nodes) {
    content.getChildren().setAll(List.of(nodes));
  }
}
