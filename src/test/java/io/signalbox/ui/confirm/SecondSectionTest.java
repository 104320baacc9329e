package io.signalbox.ui.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Answer;
import io.signalbox.action.Intent;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RuleOverride;
import io.signalbox.interlock.Second;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fx;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the second person said stays readable until they say something else. */
@ExtendWith(ApplicationExtension.class)
class SecondSectionTest {
  private static final String REJECTED = "approval: ben rejected it on GitHub: wrong host";

  private final FakeDesk desk = new FakeDesk();
  private SecondSection section;
  private Instant now = Instant.EPOCH;

  @Start
  void start(Stage stage) throws Exception {
    desk.approvers();
    desk.busy();
    Asking asking = Asking.overriding(List.of(new RuleOverride("busy", "the job hangs")));
    Plan plan = desk.propose(new Intent.RestartService("shop-runner-a"), asking).get();
    now = plan.createdAt();
    section = new SecondSection(plan, desk, () -> "incident 4711", () -> {});
    stage.setScene(new Scene(section, 600, 300));
  }

  private boolean shown(String words) {
    return Fx.call(
        () ->
            section.lookupAll(".label").stream()
                .filter(Node::isVisible)
                .anyMatch(node -> node instanceof Label label && label.getText().contains(words)));
  }

  private void tick(Answer.State state, String words) {
    desk.answer(new Answer(state, words, Second.NOBODY));
    now = now.plusSeconds(4);
    Fx.run(() -> section.tick(now));
  }

  @Test
  void aNoIsReadableBetweenTwoLooksAtGithub() {
    Fx.run(() -> ((Button) section.lookup(".ask-button")).fire());
    tick(Answer.State.INVALID, REJECTED);
    assertThat(shown(REJECTED)).isTrue();
    tick(Answer.State.WAITING, "no answer yet");
    assertThat(desk.looks).isEqualTo(2);
    assertThat(shown(REJECTED)).isTrue();
    tick(Answer.State.INVALID, "approval: cas rejected it on GitHub");
    assertThat(shown(REJECTED)).isFalse();
  }
}
