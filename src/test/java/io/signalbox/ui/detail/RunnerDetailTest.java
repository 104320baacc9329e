package io.signalbox.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.profile.Thresholds;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fx.UiClock;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.RunnerCommands;
import io.signalbox.ui.theme.Fonts;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The details of one runner, and when nothing can be done with it. */
@ExtendWith(FxExtension.class)
class RunnerDetailTest {
  private final List<String> asked = new ArrayList<>();
  private final SimpleStringProperty selected = new SimpleStringProperty("");
  private ReadOnlyObjectWrapper<Snapshot> snapshot;
  private RunnerDetail detail;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          Fonts.load();
          snapshot = new ReadOnlyObjectWrapper<>(Fixture.trouble());
          Live live =
              new Live(
                  snapshot.getReadOnlyProperty(),
                  new UiClock(Fixture.CLOCK),
                  new ReadOnlyObjectWrapper<>(Palette.of(Theme.DARK)).getReadOnlyProperty(),
                  Thresholds.DEFAULT,
                  false);
          detail = new RunnerDetail(live, selected, new Asked(), _ -> {}, () -> {});
        });
  }

  @Test
  void it_follows_the_selection_and_asks_for_the_selected_runner() {
    Fx.run(() -> selected.set("shop-runner-d"));
    assertThat(detail.shownName()).isEqualTo("shop-runner-d");
    Fx.run(() -> detail.checkButton().fire());
    Fx.run(() -> detail.restartButton().fire());
    assertThat(asked).containsExactly("check shop-runner-d", "restart shop-runner-d");
  }

  @Test
  void only_who_has_the_role_offers_a_failover() {
    Fx.run(() -> selected.set("shop-runner-d"));
    assertThat(detail.failoverButton().isVisible()).isFalse();
    Fx.run(() -> selected.set("shop-runner-c"));
    assertThat(detail.failoverButton().isVisible()).isTrue();
    Fx.run(() -> detail.failoverButton().fire());
    assertThat(asked).containsExactly("failover from shop-runner-c");
  }

  @Test
  void what_is_not_measured_shows_no_dial() {
    Fx.run(() -> selected.set("shop-runner-d"));
    assertThat(detail.machine().gauge(Signal.CPU).showsUnknown()).isFalse();
    Fx.run(() -> selected.set("shop-runner-f"));
    assertThat(detail.machine().gauge(Signal.CPU).showsUnknown()).isTrue();
  }

  @Test
  void a_runner_that_nobody_names_any_more_is_said_to_be_gone() {
    Fx.run(() -> selected.set("shop-runner-d"));
    Fx.run(() -> snapshot.set(Snapshot.nothingYet("production", Fixture.NOW)));
    assertThat(detail.shownName()).isEqualTo("shop-runner-d");
    assertThat(detail.checkButton().isDisabled()).isTrue();
    assertThat(detail.whyNotText()).contains("without a known runner");
  }

  @Test
  void missing_labels_come_first_and_unexpected_ones_are_marked() {
    RunnerTruth runner = Fixture.trouble().runner("shop-runner-c").orElseThrow();
    assertThat(LabelCheck.of(runner))
        .containsExactly(
            new LabelCheck("gpu", LabelCheck.Kind.MISSING),
            new LabelCheck("self-hosted", LabelCheck.Kind.AS_EXPECTED),
            new LabelCheck("linux", LabelCheck.Kind.AS_EXPECTED),
            new LabelCheck("x64", LabelCheck.Kind.AS_EXPECTED),
            new LabelCheck("shop", LabelCheck.Kind.EXTRA));
  }

  private final class Asked implements RunnerCommands {
    @Override
    public void open(String runner) {
      asked.add("open " + runner);
    }

    @Override
    public void checkService(String runner) {
      asked.add("check " + runner);
    }

    @Override
    public void restartService(String runner) {
      asked.add("restart " + runner);
    }

    @Override
    public boolean hasRole(String runner) {
      return runner.equals("shop-runner-c");
    }

    @Override
    public void planFailover(String runner) {
      asked.add("failover from " + runner);
    }
  }
}
