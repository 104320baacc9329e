package io.signalbox.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Answers the console's own commands for one simulated host. It interprets words and never starts a
 * program of this machine.
 */
final class HostShell {
  /** {@code systemctl restart} comes back once its unit is active. */
  private static final Duration RESTART_TAKES = ServiceTimeline.ACTIVATING.plusMillis(100);

  private static final List<String> JOURNAL_END = List.of("--no-pager", "-o", "short-iso");
  private static final int NOT_SIMULATED = 127;

  private final SimulatedFleet fleet;
  private final SimulatedHost host;

  HostShell(SimulatedFleet fleet, SimulatedHost host) {
    this.fleet = fleet;
    this.host = host;
  }

  /** What the command prints and how it ends; 127 for anything that is not simulated. */
  ShellResult run(String line) {
    return ShellWords.split(line)
        .map(HostShell::withoutSudo)
        .flatMap(this::answer)
        .orElseGet(() -> ShellResult.failed(NOT_SIMULATED, "not simulated: " + line + "\n"));
  }

  /** As above, for a program and its arguments. */
  ShellResult run(List<String> argv) {
    return answer(withoutSudo(argv))
        .orElseGet(
            () ->
                ShellResult.failed(
                    NOT_SIMULATED, "not simulated: " + String.join(" ", argv) + "\n"));
  }

  private static List<String> withoutSudo(List<String> words) {
    boolean sudo = words.size() > 2 && words.subList(0, 2).equals(List.of("sudo", "-n"));
    return sudo ? words.subList(2, words.size()) : words;
  }

  private Optional<ShellResult> answer(List<String> words) {
    Optional<String> block = StepScript.in(words);
    Optional<ShellResult> shipped =
        block
            .or(() -> StepScript.proof(words))
            .flatMap(ShippedBlocks::match)
            .flatMap(found -> new BlockAnswers(fleet, host).answer(found));
    if (shipped.isPresent()) {
      return shipped;
    }
    if (block.isPresent()) {
      return StepScript.lines(block.get())
          .flatMap(
              lines ->
                  StepScript.run(
                      lines,
                      line ->
                          ShellWords.split(line)
                              .map(HostShell::withoutSudo)
                              .flatMap(this::answer)));
    }
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "systemctl" -> systemctl(words);
      case "journalctl" -> journalctl(words);
      case "sh", "/bin/sh" -> reach(words).or(() -> shell(words));
      case "true" -> Optional.of(ShellResult.printed(""));
      case "false" -> Optional.of(ShellResult.failed(1, ""));
      case "echo" -> Optional.of(ShellResult.printed(echoed(words)));
      case "sleep" -> sleep(words);
      default -> figures(words);
    };
  }

  /** {@code sh -c} with one plain command line; anything more is not simulated. */
  private Optional<ShellResult> shell(List<String> words) {
    boolean plain = words.size() == 3 && words.get(1).equals("-c");
    return plain
        ? ShellWords.split(words.get(2)).map(HostShell::withoutSudo).flatMap(this::answer)
        : Optional.empty();
  }

  private static String echoed(List<String> words) {
    return String.join(" ", words.subList(1, words.size())) + "\n";
  }

  private static Optional<ShellResult> sleep(List<String> words) {
    boolean known = words.size() == 2 && words.get(1).matches("[0-9]{1,5}");
    return known
        ? Optional.of(
            new ShellResult(0, "", "", Duration.ofSeconds(Integer.parseInt(words.get(1)))))
        : Optional.empty();
  }

  private Optional<ShellResult> figures(List<String> words) {
    HostFigures figures = new HostFigures(fleet, host);
    return switch (String.join(" ", words)) {
      case "df -B1 -P /" -> Optional.of(ShellResult.printed(figures.df()));
      case "free -b" -> Optional.of(ShellResult.printed(figures.free()));
      case "cat /proc/loadavg" -> Optional.of(ShellResult.printed(figures.loadAverage()));
      case "nproc" -> Optional.of(ShellResult.printed(host.cores() + "\n"));
      case "hostname" -> Optional.of(ShellResult.printed(host.name() + "\n"));
      default -> Optional.empty();
    };
  }

  private Optional<ShellResult> systemctl(List<String> words) {
    String verb = words.size() < 3 ? "" : words.get(1);
    String unit = words.getLast();
    UnitReport report = new UnitReport(fleet);
    return switch (verb + "/" + words.size()) {
      case "restart/3" -> Optional.of(restart(unit));
      case "stop/3" -> Optional.of(stop(unit));
      case "is-active/3" -> Optional.of(report.isActive(runner(unit)));
      case "show/5" ->
          words.get(2).equals("-p")
              ? report.show(words.get(3), runner(unit)).map(ShellResult::printed)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The console's one script that asks for an address: from here all of them answer. */
  private static Optional<ShellResult> reach(List<String> words) {
    boolean asked = words.size() == 8 && words.get(3).equals("signalbox-reach");
    return asked ? Optional.of(ShellResult.printed("curl 0 200\n")) : Optional.empty();
  }

  private ShellResult stop(String unit) {
    Optional<SimulatedRunner> runner = runner(unit);
    if (runner.isEmpty()) {
      String message = "Failed to stop %s: Unit %s not loaded.\n".formatted(unit, unit);
      return ShellResult.failed(5, message);
    }
    fleet.stopService(runner.get().name());
    return ShellResult.printed("");
  }

  private ShellResult restart(String unit) {
    Optional<SimulatedRunner> runner = runner(unit);
    if (runner.isEmpty()) {
      String message = "Failed to restart %s: Unit %s not found.\n".formatted(unit, unit);
      return ShellResult.failed(5, message);
    }
    fleet.restartService(runner.get().name());
    return new ShellResult(0, "", "", RESTART_TAKES);
  }

  private Optional<ShellResult> journalctl(List<String> words) {
    boolean known =
        words.size() == 8
            && words.get(1).equals("-u")
            && words.get(3).equals("-n")
            && words.get(4).matches("[0-9]{1,5}")
            && words.subList(5, 8).equals(JOURNAL_END);
    if (!known) {
      return Optional.empty();
    }
    int most = Integer.parseInt(words.get(4));
    String text =
        runner(words.get(2))
            .map(r -> new JournalReport(fleet).last(r, most))
            .orElse("-- No entries --\n");
    return Optional.of(ShellResult.printed(text));
  }

  private Optional<SimulatedRunner> runner(String unit) {
    String full = unit.endsWith(".service") ? unit : unit + ".service";
    return fleet.runners().stream()
        .filter(r -> r.host().equals(host) && r.unit().equals(full))
        .findFirst();
  }
}
