package io.signalbox.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.snapshot.SourceException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that prints a token: five seconds, nothing to read, its messages thrown away. */
final class TokenProgram {
  private static final int SECONDS = 5;
  private static final int LONGEST = 64 * 1024;

  private final Map<String, String> environment;

  TokenProgram(Map<String, String> environment) {
    this.environment = environment;
  }

  String run(List<String> command, String place, String next)
      throws SourceException, InterruptedException {
    String name = command.getFirst();
    Path program =
        find(name)
            .orElseThrow(
                () -> refused(place, "the program " + name + " is not installed", "Install it"));
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.command().set(0, program.toString());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return output(builder.start(), place, next);
    } catch (IOException e) {
      throw refused(place, name + " could not be run", next);
    }
  }

  private static String output(Process process, String place, String next)
      throws IOException, SourceException, InterruptedException {
    // A prompt must meet the end of input, and a hanging program must not hold up the reader.
    process.getOutputStream().close();
    Thread limit = Thread.ofVirtual().name("token-limit").start(() -> endAfter(process));
    try (InputStream out = process.getInputStream()) {
      String printed = new String(out.readNBytes(LONGEST), UTF_8);
      int status = process.waitFor();
      if (status != 0 || printed.isBlank()) {
        throw refused(place, "nothing was found (status " + status + ")", next);
      }
      return printed;
    } finally {
      process.destroyForcibly();
      limit.interrupt();
    }
  }

  private static void endAfter(Process process) {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the reader is done
    }
  }

  private Optional<Path> find(String name) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static SourceException refused(String place, String why, String next) {
    return SourceException.hopeless("No token from " + place + ": " + why + ". " + next + ".");
  }
}
