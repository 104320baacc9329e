package io.signalbox.arch;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.app.Signalbox;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tests run arranged as the packaged application does: JavaFX as modules, all the rest on the
 * class path. With JavaFX on the class path its walls are down, and what a test may do there fails
 * in the field.
 */
class ModuleArrangementTest {
  @Test
  void javaFxIsMadeOfNamedModules() {
    assertThat(Button.class.getModule().getName()).isEqualTo("javafx.controls");
    assertThat(Region.class.getModule().getName()).isEqualTo("javafx.graphics");
    assertThat(javafx.beans.Observable.class.getModule().getName()).isEqualTo("javafx.base");
  }

  @Test
  void theProductAndItsLibrariesAreOnTheClassPath() throws ClassNotFoundException {
    Stream.of(
            Signalbox.class,
            okhttp3.OkHttpClient.class,
            tools.jackson.databind.json.JsonMapper.class,
            Class.forName("org.apache.sshd.client.SshClient"))
        .forEach(type -> assertThat(type.getModule().isNamed()).as(type.getName()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.sun.javafx.scene.control", "com.sun.javafx.scene.control.inputmap"})
  void whatJavaFxKeepsToItselfIsShut(String inner) {
    Module controls = Button.class.getModule();
    assertThat(controls.getPackages()).contains(inner);
    assertThat(controls.isExported(inner, Signalbox.class.getModule())).isFalse();
    assertThat(controls.isOpen(inner, Signalbox.class.getModule())).isFalse();
  }

  @Test
  void noDoorIsOpenedOnTheCommandLine() {
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    assertThat(options)
        .noneMatch(option -> option.startsWith("--add-opens"))
        .noneMatch(option -> option.startsWith("--add-exports"));
    assertThat(options).contains("--enable-native-access=javafx.graphics");
  }
}
