package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryTest {
  @TempDir Path settings;

  @Test
  void what_was_kept_is_recalled() {
    WindowMemory.Left left = new WindowMemory.Left(-1280, 24.5, 1600, 900, true, Theme.LIGHT);
    new WindowMemory(settings.resolve("signalbox")).keep(left);
    assertThat(new WindowMemory(settings.resolve("signalbox")).recall()).contains(left);
  }

  @Test
  void a_theme_that_was_never_chosen_goes_on_following_the_system() {
    new WindowMemory(settings).keep(new WindowMemory.Left(0, 0, 1280, 800, false, null));
    assertThat(new WindowMemory(settings).recall())
        .hasValueSatisfying(left -> assertThat(left.theme()).isNull());
  }

  @Test
  void the_first_start_remembers_nothing() {
    assertThat(new WindowMemory(settings).recall()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x=1\ny=2\nwidth=wide\nheight=3",
        "x=NaN\ny=0\nwidth=1\nheight=1",
        "x=0\ny=0\nwidth=0\nheight=800",
        "x=0\ny=0\nwidth=9\nheight=9\ntheme=mauve",
        "x=\\u00zz"
      })
  void a_file_that_makes_no_sense_is_as_good_as_none(String text) throws IOException {
    Files.writeString(settings.resolve("window.properties"), text);
    assertThat(new WindowMemory(settings).recall()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_is_no_reason_to_fail() throws IOException {
    Path file = Files.writeString(settings.resolve("not-a-folder"), "");
    new WindowMemory(file).keep(new WindowMemory.Left(0, 0, 1280, 800, false, null));
    assertThat(Files.readString(file)).isEmpty();
  }
}
