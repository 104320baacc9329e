package io.signalbox.demo;

import java.io.IOException;

/** A command line: asks the host's shell, waits as long as the command takes, answers. */
final class HostCommand extends DemoCommand {
  private final HostShell shell;
  private final String line;

  HostCommand(HostShell shell, String line) {
    this.shell = shell;
    this.line = line;
  }

  @Override
  int answer() throws IOException, InterruptedException {
    ShellResult result = shell.run(line);
    if (cutWithin(result.takes())) {
      // the channel is gone; as on a real host the command has run all the same
      throw new IOException("the client went away");
    }
    print(result.out());
    complain(result.err());
    return result.exit();
  }
}
