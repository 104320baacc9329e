package io.signalbox.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a simulated host says to the blocks of the runbooks that ship. */
final class BlockAnswers {
  private static final Duration SOME = Duration.ofMillis(600);

  private final SimulatedFleet fleet;
  private final SimulatedHost host;
  private final BlockTexts texts;
  private final Set<String> marks;

  BlockAnswers(SimulatedFleet fleet, SimulatedHost host) {
    this.fleet = fleet;
    this.host = host;
    this.texts = new BlockTexts(fleet, host);
    this.marks = fleet.marks();
  }

  /** Empty for a block that the simulated shell understands by itself. */
  Optional<ShellResult> answer(ShippedBlocks.Found block) {
    return text(block).map(ShellResult::printed).or(() -> change(block));
  }

  private Optional<String> text(ShippedBlocks.Found block) {
    return Optional.ofNullable(
        switch (block.id()) {
          case "network-unreachable/2" -> texts.links();
          case "network-unreachable/3" -> texts.addresses();
          case "network-unreachable/4" -> texts.names(value(block, "name"));
          case "network-unreachable/5" -> "-P INPUT ACCEPT\n-P FORWARD DROP\n-P OUTPUT ACCEPT\n";
          case "network-unreachable/6" -> ports(value(block, "port"));
          case "network-unreachable/7/verify" -> texts.resolved(value(block, "name"));
          case "runner-degraded/2" -> texts.load() + texts.processes(true);
          case "runner-degraded/3" -> texts.memory() + texts.processes(false);
          case "runner-degraded/4" -> "no sign of it, or this user may not read the kernel's log\n";
          case "runner-degraded/5" -> texts.disk();
          case "runner-degraded/6", "runner-degraded/9/verify" -> texts.docker(marked("caches"));
          case "runner-degraded/7" ->
              marked(logs(block)) ? "" : texts.oldLogs(value(block, "diagnostics-folder"), true);
          case "runner-offline/4" -> "GitHub answers with status 200\n";
          case "runner-offline/5" -> texts.room();
          case "secrets-expired/1" -> "0 of the last 500 lines speak of a refusal\n";
          case "secrets-expired/2" ->
              "DEPLOY_SSH_KEY\t2025-11-02T08:14:00Z\nREGISTRY_TOKEN\t2026-01-19T10:40:00Z\n";
          case "secrets-expired/3" -> texts.keys();
          case "secrets-expired/4" ->
              "256 SHA256:b2ZkZW1vb25seW5vcmVhbGtleWlzaGVyZTAwMDAwMDA ops@demo (ED25519)\n";
          case "secrets-expired/5" -> texts.registration();
          default -> null;
        });
  }

  private static String ports(String port) {
    return "port 22 is open\nport 443 is open\nport " + port + " is refused or silent\n";
  }

  private static String value(ShippedBlocks.Found block, String gap) {
    return block.values().getOrDefault(gap, "");
  }

  /** What changes something leaves a mark, by which it is seen later. */
  private Optional<ShellResult> change(ShippedBlocks.Found block) {
    String nice = "nice " + value(block, "pid");
    String key = "mode " + value(block, "key-file");
    return switch (block.id()) {
      case "network-unreachable/7" -> done("", "names");
      case "runner-degraded/8" -> {
        boolean gone = marked(logs(block));
        String logs = gone ? "" : texts.oldLogs(value(block, "diagnostics-folder"), false);
        yield done(logs, logs(block));
      }
      case "runner-degraded/8/verify" -> proved(marked(logs(block)));
      case "runner-degraded/9" ->
          done(marked("caches") ? "Total:\t0B\n" : "Total:\t3.412GB\n", "caches");
      case "runner-degraded/10" -> {
        String from = marked(nice) ? "10" : "0";
        String pid = value(block, "pid");
        yield done(pid + " (process ID) old priority " + from + ", new priority 10\n", nice);
      }
      case "runner-degraded/10/verify" -> proved(marked(nice));
      case "secrets-expired/6" -> {
        String mode = marked(key) ? "600" : "644";
        yield done("mode before: " + mode + "  " + value(block, "key-file") + "\n", key);
      }
      case "secrets-expired/6/verify" -> proved(marked(key));
      default -> Optional.empty();
    };
  }

  private static Optional<ShellResult> proved(boolean holds) {
    return Optional.of(holds ? ShellResult.printed("") : ShellResult.failed(1, ""));
  }

  private static String logs(ShippedBlocks.Found block) {
    return "cleared " + value(block, "diagnostics-folder");
  }

  private boolean marked(String what) {
    return marks.contains(host.name() + " " + what);
  }

  private Optional<ShellResult> done(String out, String mark) {
    marks.add(host.name() + " " + mark);
    return Optional.of(new ShellResult(0, out, "", SOME));
  }
}
