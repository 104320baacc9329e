package io.signalbox.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting to confirm does not compile. */
class WithoutPermitTest {
  private static final String CALLER =
      """
      package planted;
      import io.signalbox.interlock.*;
      import io.signalbox.remote.*;
      class Caller {
        Object call(RemoteShell shell, Plan plan, RemoteCommand command) throws Exception {
          return shell.run(%s plan, command, OutputSink.none());
        }
      }
      """;

  @TempDir java.nio.file.Path folder;

  private List<String> errors(String source) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String path =
        System.getProperty("java.class.path")
            + java.io.File.pathSeparator
            + Objects.toString(System.getProperty("jdk.module.path"), "");
    compiler
        .getTask(
            new StringWriter(),
            null,
            found,
            List.of("-proc:none", "-d", folder.toString(), "-cp", path),
            null,
            List.of(
                new SimpleJavaFileObject(
                    URI.create("string:///planted/Caller.java"), JavaFileObject.Kind.SOURCE) {
                  @Override
                  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                  }
                }))
        .call();
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .map(one -> one.getMessage(java.util.Locale.ENGLISH))
        .toList();
  }

  @Test
  void aCallWithoutAPermitDoesNotCompile() {
    assertThat(errors(CALLER.formatted("")))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).contains("interlock.Permit"));
  }

  @Test
  void noPermitCanBeMadeOutsideTheInterlock() {
    assertThat(errors(CALLER.formatted("new Permit(\"any\", \"\"),")))
        .singleElement()
        .asString()
        .contains("Permit")
        .contains("cannot be accessed from outside package");
  }

  @Test
  void withAPermitTheSameCallCompiles() {
    String given = CALLER.formatted("permit,").replace("Plan plan,", "Plan plan, Permit permit,");
    assertThat(errors(given)).isEmpty();
  }
}
