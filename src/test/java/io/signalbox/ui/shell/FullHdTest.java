package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on a real X server at 1920 by 1080, from a process of its own. */
class FullHdTest {
  private static final Path PROJECT = Path.of(System.getProperty("project.directory", "."));
  private static final Path SHOTS = PROJECT.resolve("screenshots");

  @TempDir Path home;
  private Process server;

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.destroy();
      server.waitFor();
    }
  }

  @Test
  void it_comes_up_in_its_size_and_the_line_takes_what_the_tiles_leave() throws Exception {
    assumeTrue(hasXvfb(), "Xvfb is not on the PATH: install it to see the window at 1920×1080");
    String display = startServer();
    Path log = home.resolve("window.log");
    Process window = startWindow(display, log);
    boolean ended = window.waitFor(120, TimeUnit.SECONDS);
    window.destroyForcibly();
    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    assertThat(said).contains("showing=true size=1920x1080");
    assertThat(window.exitValue()).as(said).isZero();
    for (String name : new String[] {"fleet-1080-dark.png", "timeline-1080-light.png"}) {
      BufferedImage picture = ImageIO.read(SHOTS.resolve(name).toFile());
      assertThat(picture.getWidth()).isEqualTo(1920);
      assertThat(picture.getHeight()).isEqualTo(1080);
      assertThat(coloursOf(picture)).as(name).isGreaterThan(100);
    }
  }

  private static boolean hasXvfb() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
  }

  /** The server takes a free display and writes its number. */
  private String startServer() throws IOException {
    server =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader numbers = server.inputReader();
    String number = numbers.readLine();
    assertThat(number).as("the display that Xvfb took").isNotBlank();
    return ":" + number;
  }

  private Process startWindow(String display, Path log) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path=" + PROJECT.resolve("target/javafx"),
            "--add-modules=javafx.controls",
            "--enable-native-access=javafx.graphics",
            "-Dprism.order=sw",
            "-Dglass.gtk.uiScale=1",
            "-Duser.home=" + home,
            "-Xmx512m",
            "-cp",
            classes,
            FullHdProcess.class.getName(),
            SHOTS.toString());
    builder.environment().put("DISPLAY", display);
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("WAYLAND_DISPLAY");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static long coloursOf(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return java.util.Arrays.stream(picture.getRGB(0, 0, width, height, null, 0, width))
        .distinct()
        .count();
  }
}
