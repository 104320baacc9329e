package io.signalbox.notice;

import io.signalbox.text.SafeText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices of this desktop, by the program that shows them; it is started anew for each and given up
 * after a few seconds.
 */
public final class DesktopNotifier implements Notifier {
  /** A program that shows a notice is done within this, or is ended. */
  public static final Duration DEADLINE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(DesktopNotifier.class);
  private static final int MOST_WORDS = 4096;

  private final NoticeCommand command;
  private final Path program;
  private final Map<String, String> environment;
  private final Executor executor;
  private final Duration deadline;

  private DesktopNotifier(
      NoticeCommand command,
      Path program,
      Map<String, String> environment,
      Executor executor,
      Duration deadline) {
    this.command = command;
    this.program = program;
    this.environment = Map.copyOf(environment);
    this.executor = executor;
    this.deadline = deadline;
  }

  /**
   * What this system has; one that only says why not where it has nothing.
   *
   * @param system its name, as the property {@code os.name} has it
   * @param environment holds the path, and where the desktop's bus is
   * @param executor waits for the programs
   */
  public static Notifier of(String system, Map<String, String> environment, Executor executor) {
    return of(system, environment, executor, DEADLINE);
  }

  static Notifier of(
      String system, Map<String, String> environment, Executor executor, Duration deadline) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new Absent("there are no notices on this system; the window and its title say it");
    }
    NoticeCommand command =
        name.startsWith("mac") ? NoticeCommand.MACOS : NoticeCommand.FREEDESKTOP;
    return find(command.program(), environment)
        .<Notifier>map(at -> new DesktopNotifier(command, at, environment, executor, deadline))
        .orElseGet(() -> new Absent(command.lacking()));
  }

  private static Optional<Path> find(String program, Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  @Override
  public String whyNot() {
    return "";
  }

  @Override
  public void show(Notice notice, Consumer<String> after) {
    executor.execute(() -> after.accept(shown(notice)));
  }

  private String shown(Notice notice) {
    ProcessBuilder builder = new ProcessBuilder(command.argv(program, notice));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      // what it says fits into a pipe, so it can be waited for first
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return failed("did not end within " + deadline.toSeconds() + " s", null);
      }
      byte[] said = process.getErrorStream().readNBytes(MOST_WORDS);
      String words = SafeText.line(new String(said, StandardCharsets.UTF_8).strip());
      return process.exitValue() == 0
          ? ""
          : failed(
              "ended with " + process.exitValue() + (words.isEmpty() ? "" : ": " + words), null);
    } catch (IOException e) {
      return failed("could not be run (" + e.getMessage() + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("was not waited for", e);
    }
  }

  private String failed(String why, @org.jspecify.annotations.Nullable Exception e) {
    LOG.warn("A notice was not shown: {} {}", command.program(), why, e);
    return command.program() + " " + why;
  }

  /** No way to show any. */
  private record Absent(String whyNot) implements Notifier {
    @Override
    public void show(Notice notice, Consumer<String> after) {
      after.accept(whyNot);
    }
  }
}
