package io.signalbox.app;

import io.signalbox.action.Verdict;
import io.signalbox.model.RoleMove;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.stage.Stage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entry point: without a verb the desktop opens, otherwise a headless verb runs. */
@Command(
    name = "signalbox",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Operations console for GitHub Actions runners and their deployments.",
    synopsisSubcommandLabel = "[VERB]")
public final class Signalbox implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "The environment to open; by default profile.yaml in the settings folder.")
  private String profile = "";

  @Option(
      names = "--first-frame",
      hidden = true,
      description = "Close the window after its first frame; for measuring the start.")
  private boolean firstFrame;

  private Signalbox(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs and exits; the exit code is the verb's. */
  public static void main(String[] arguments) {
    Surroundings here = Surroundings.ofThisProcess();
    Optional<String[]> typed = RawArguments.of(arguments);
    if (typed.isEmpty()) {
      System.err.println(
          "an argument holds bytes that are no UTF-8 text: what would run is not what was typed,"
              + " so nothing does");
      System.exit(ExitCode.BAD_USAGE_OR_PROFILE);
    }
    String[] words = typed.orElse(arguments);
    Optional<DesktopArguments> desktop = DesktopArguments.of(words);
    System.exit(
        desktop.isPresent()
            ? straightToTheDesktop(here, desktop.get())
            : commandLine(here).execute(words));
  }

  /** Without the command line, whose classes the ahead-of-time cache cannot hold. */
  private static int straightToTheDesktop(Surroundings here, DesktopArguments arguments) {
    try {
      return open(here, arguments.profile(), arguments.firstFrame());
    } catch (Exception e) {
      return unexpected(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
  }

  private static int open(Surroundings here, String profile, boolean firstFrame) throws Exception {
    Consumer<Stage> onShown = firstFrame ? new FirstFrame(System.out) : _ -> {};
    return new DesktopStart(here, onShown).open(profile);
  }

  /** The command line in the given surroundings. */
  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line =
        new CommandLine(new Signalbox(surroundings))
            .addSubcommand(new StatusVerb(surroundings))
            .addSubcommand(new RunStepVerb(surroundings))
            .addSubcommand(new ApproveVerb(surroundings))
            .addSubcommand(new ReviewVerb(surroundings))
            .addSubcommand(new RunVerb(surroundings))
            .addSubcommand(new RunsVerb(surroundings))
            .addSubcommand(new AttachVerb(surroundings))
            .addSubcommand("failover", new MoveVerb(RoleMove.FAILOVER, surroundings))
            .addSubcommand("switchover", new MoveVerb(RoleMove.SWITCHOVER, surroundings))
            .addSubcommand("failback", new MoveVerb(RoleMove.FAILBACK, surroundings))
            .addSubcommand(new ExplainVerb(surroundings))
            .addSubcommand(new AbortVerb(surroundings))
            .addSubcommand(new BreakLockVerb(surroundings))
            .addSubcommand(new FoundVerb(surroundings))
            .addSubcommand(new RollbackVerb(surroundings))
            .addSubcommand(new HealthVerb(surroundings))
            .addSubcommand(
                new CommandLine(new JournalVerb())
                    .addSubcommand(new JournalVerifyVerb(surroundings)))
            .addSubcommand(RunbookVerb.line(surroundings))
            .addSubcommand(new HostKeyVerb(surroundings))
            .addSubcommand(new DemoVerb(surroundings));
    line.setExecutionExceptionHandler(
        (e, at, _) -> {
          int failed = unexpected(e, at.getErr());
          // it may have begun: what became of it is not known to have failed
          return at.getCommand() instanceof ActionVerb ? Verdict.UNKNOWN.exitCode() : failed;
        });
    return line;
  }

  /** Nothing the user meets is a stack trace: that goes to the log. */
  private static int unexpected(Exception e, PrintWriter err) {
    org.slf4j.LoggerFactory.getLogger(Signalbox.class).error("unexpected", e);
    err.println("unexpected failure: " + e);
    err.println("Please report it with the log; what was sent before is in the journal.");
    return ExitCode.FAILED;
  }

  @Override
  public Integer call() throws Exception {
    return open(surroundings, profile, firstFrame);
  }
}
