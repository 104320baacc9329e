package io.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.OutputLine;
import io.signalbox.text.LineFeed;
import io.signalbox.text.SecretFilter;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.kit.Pictures;
import io.signalbox.ui.theme.Fonts;
import io.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The view of a run's output. */
@ExtendWith(FxExtension.class)
class OutputPaneTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("project.directory", "."), "screenshots");

  private static final String PLAY =
      """
      \u001b[1mPLAY [runners]\u001b[0m *************************************************
      \u001b[32mok: [shop-host-1]\u001b[0m
      \u001b[33mchanged: [shop-host-1] => (item=shop-runner-a)\u001b[0m
      \u001b[36mskipping: [shop-host-2]\u001b[0m
      \u001b[1;31mfatal: [shop-host-3]: UNREACHABLE!\u001b[0m => {"unreachable": true}
      \u001b[38;5;141mdeprecated\u001b[0m: use \u001b[4mloop\u001b[24m instead, \u001b[2mfaint words\u001b[0m
      \u001b[41;97m FAILED \u001b[0m \u001b[42m PASS \u001b[0m \u001b[7m reversed \u001b[0m
      title\u001b]0;owned\u0007 and clipboard\u001b]52;c;cm0=\u0007 do nothing, nor \u202edoes this\u202c
      10%\r50%\rdownloaded 100%
      Authorization: Bearer abcdefghijklmnop
      retrying: connection to shop-host-3 unreachable (2 of 3)
      PLAY RECAP: shop-host-1 \u001b[32mok=3\u001b[0m \u001b[33mchanged=1\u001b[0m unreachable=0
      """;

  @TempDir Path folder;

  private static List<OutputLine> lines(String text) {
    List<OutputLine> lines = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (LineFeed feed =
        new LineFeed(
            new SecretFilter(),
            line ->
                lines.add(
                    new OutputLine(
                        Fixture.ago(30), lines.size() % 11 == 10, line.text(), line.spans())))) {
      feed.feed(bytes, 0, bytes.length);
    }
    return lines;
  }

  private static OutputPane pane(List<OutputLine> lines, Theme theme) {
    return Fx.call(
        () -> {
          Fonts.load();
          Application.setUserAgentStylesheet(theme.userAgentStylesheet());
          OutputPane pane = new OutputPane();
          Scene scene = new Scene(pane, 760, 330);
          scene.getStylesheets().setAll(theme.stylesheets());
          pane.show(lines, false);
          pane.applyCss();
          pane.layout();
          return pane;
        });
  }

  private static void search(OutputPane pane, String text, String count) {
    Fx.run(() -> pane.field().setText(text));
    await().untilAsserted(() -> assertThat(Fx.call(pane::countText)).isEqualTo(count));
  }

  @Test
  void F33_coloursAndAFoundHitAreDrawnInBothThemes() throws IOException {
    for (Theme theme : Theme.values()) {
      OutputPane pane = pane(lines(PLAY), theme);
      search(pane, "unreachable", "1 of 3 lines");
      Path png = PICTURES.resolve("output-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
      Fx.call(
          () -> {
            Pictures.write(pane.getScene(), png);
            return png;
          });
      assertThat(png).isNotEmptyFile();
    }
  }

  @Test
  void searchGoesRoundAndKeepsUpWithNewLines() {
    List<OutputLine> lines = lines(PLAY);
    OutputPane pane = pane(lines, Theme.DARK);
    search(pane, "UNREACHABLE", "1 of 3 lines");
    assertThat(Fx.call(() -> pane.follow().isSelected())).isFalse();
    Fx.run(pane::previous);
    assertThat(Fx.call(pane::countText)).isEqualTo("3 of 3 lines");
    Fx.run(pane::next);
    assertThat(Fx.call(pane::countText)).isEqualTo("1 of 3 lines");
    List<OutputLine> more = new ArrayList<>(lines);
    more.addAll(lines(PLAY));
    Fx.run(() -> pane.show(more, false));
    await().untilAsserted(() -> assertThat(Fx.call(pane::countText)).isEqualTo("1 of 6 lines"));
    search(pane, "nowhere in it", "0 lines");
  }

  @Test
  void F35_whatIsCopiedAndSavedIsMasked() throws Exception {
    List<OutputLine> lines = lines(PLAY);
    OutputPane pane = pane(lines, Theme.DARK);
    var copying =
        Fx.call(
            () -> {
              pane.list().choose(8, false);
              pane.list().choose(9, true);
              return pane.copy();
            });
    copying.get();
    String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).isEqualTo("downloaded 100%\nAuthorization: ***");
    Path file = folder.resolve("saved.txt");
    assertThat(Fx.call(() -> pane.save(file)).get()).isEqualTo(lines.size());
    assertThat(Files.readAllLines(file))
        .hasSize(lines.size())
        .contains("Authorization: ***", "ok: [shop-host-1]");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void F31_threeHundredThousandLinesTakeAFewCells() {
    List<OutputLine> many =
        Collections.nCopies(300_000, new OutputLine(Fixture.ago(9), false, "line"));
    OutputPane pane = pane(many.subList(0, 1000), Theme.DARK);
    for (int size = 10_000; size <= many.size(); size += 10_000) {
      List<OutputLine> now = many.subList(0, size);
      Fx.run(() -> pane.show(now, false));
    }
    assertThat(Fx.call(() -> pane.list().lines().size())).isEqualTo(300_000);
    assertThat(Fx.call(() -> cells(pane))).isLessThan(60);
  }

  private static int cells(Node node) {
    AtomicInteger count = new AtomicInteger(node instanceof OutputRow ? 1 : 0);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> count.addAndGet(cells(child)));
    }
    return count.get();
  }
}
