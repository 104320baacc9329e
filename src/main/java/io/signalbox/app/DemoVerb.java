package io.signalbox.app;

import io.signalbox.demo.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code signalbox demo}: the console on a simulated fleet behind real loopback sockets. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Opens the console on the demo world; with --headless it writes pictures.")
final class DemoVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "primary-offline",
      description =
          "calm, primary-offline, stuck-deploy or large-fleet (default: ${DEFAULT-VALUE}).")
  private String scenario = "primary-offline";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same fleet (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--headless", description = "No window: write the main views as PNG files.")
  private boolean headless;

  @Option(
      names = "--shots",
      paramLabel = "DIR",
      description = "Where the PNG files go; with --headless.")
  private @Nullable Path shots;

  @Option(
      names = "--drill",
      description =
          "Headless: also restart a runner's service in the demo world, and say what came of it.")
  private boolean drill;

  DemoVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine line = Console.of(spec);
    Optional<Scenario> named = Scenario.named(scenario);
    if (named.isEmpty()) {
      String known =
          Arrays.stream(Scenario.values()).map(Scenario::word).collect(Collectors.joining(", "));
      line.getErr().println("unknown scenario `" + scenario + "`; known: " + known);
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (drill && !headless) {
      line.getErr().println("--drill needs --headless; in the window, press the button yourself");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (headless) {
      HeadlessToolkit.choose();
    }
    if (!headless && shots != null) {
      line.getErr()
          .println("--shots needs --headless; packaging/demo writes them before its window");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (!headless) {
      return new DesktopStart(surroundings).demo(named.get(), seed, List.of());
    }
    Path folder = shots == null ? Files.createTempDirectory("signalbox-shots-") : shots;
    DemoPictures pictures = new DemoPictures(surroundings, named.get(), seed, folder, drill);
    DemoDrill.Outcome outcome = pictures.write();
    line.getOut().print(outcome.text());
    line.getOut().println("The views are in " + folder.toAbsolutePath());
    line.getOut().flush();
    return drill ? orThreadsLeft(outcome.code(), line) : outcome.code();
  }

  /** A drill also proves that everything it opened was closed again. */
  private static int orThreadsLeft(int code, CommandLine line) throws InterruptedException {
    List<String> left = LeftThreads.names();
    line.getOut().println("Threads left: " + (left.isEmpty() ? "none" : String.join(", ", left)));
    line.getOut().flush();
    return left.isEmpty() || code != ExitCode.OK ? code : ExitCode.FAILED;
  }
}
