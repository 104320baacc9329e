package io.signalbox.interlock;

import java.util.List;

/**
 * One command on one host as an argument vector; it is quoted in one place only, the remote room.
 *
 * @param host the machine's name in the profile
 */
public record RemoteCommand(String host, List<String> argv) {
  /** Copies the arguments; at least the program is needed. */
  public RemoteCommand {
    argv = List.copyOf(argv);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
  }
}
