package io.signalbox.remote.durable;

import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.Profile;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptRoad;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a playbook's ground on the control host and runs it in check mode there. It asks for no
 * permit: it reads, and writes previews below the control directory only. Whatever a playbook runs
 * in check mode too ({@code check_mode: false}) is run by a preview as well. Blocks; safe on every
 * thread.
 */
public final class PlaybookHost {
  /** What stands before the path of a lock or marker that a host has. */
  public static final String MARK = "mark:";

  private static final Duration LOOK = Duration.ofMinutes(3);
  private static final Duration CHECK_RUN = Duration.ofMinutes(60);

  private final Profile profile;
  private final ScriptCalls calls;

  /** On the hosts of a profile, over this road. */
  public PlaybookHost(Profile profile, ScriptRoad road) {
    this.profile = profile;
    this.calls = new ScriptCalls(road, DurableScript.PLAYBOOKS);
  }

  /** One health check: an address, or a command where there is none. */
  public record Question(@Nullable URI url, List<String> command) {
    /** Copies the arguments. */
    public Question {
      command = List.copyOf(command);
    }
  }

  /** Takes the events of a check run as they come. */
  @FunctionalInterface
  public interface Events {
    /** The next bytes. */
    void bytes(byte[] chunk, int offset, int length);
  }

  private RunPlace place(String host) {
    ControlProfile control = profile.control();
    String directory = control != null && control.host().equals(host) ? control.directory() : "";
    return RunPlace.of(host, directory, profile.environment().name());
  }

  private PlaybookAnswer ask(
      String host, ScriptCalls.Call call, ScriptCalls.Bytes bytes, Duration limit)
      throws RemoteException, InterruptedException {
    ScriptCalls.Answer answer = calls.ask(place(host), call, bytes, limit);
    if (!answer.complete()) {
      throw new RemoteException(RemoteException.Kind.CONNECTION, answer.trouble(), null);
    }
    PlaybookAnswer told = PlaybookAnswer.of(answer.lines());
    String refused = told.word("refused").orElse(null);
    if (refused != null) {
      throw new RemoteException(
          RemoteException.Kind.CONFIGURATION,
          host + ": " + refused.substring(refused.indexOf(' ') + 1),
          null);
    }
    return told;
  }

  private PlaybookAnswer ask(PlaybookGround ground, String verb, List<String> more)
      throws RemoteException, InterruptedException {
    return ask(
        ground.host(),
        new ScriptCalls.Call(verb, "-", more, ground.prelude()),
        ScriptCalls.NOTHING,
        LOOK);
  }

  /** All that can be seen on the control host itself. */
  public PlaybookAnswer look(PlaybookGround ground) throws RemoteException, InterruptedException {
    return ask(ground, "look", List.of());
  }

  /** The hashes that a fingerprint is made of, and the marks, as they are now. */
  public PlaybookAnswer hashes(PlaybookGround ground) throws RemoteException, InterruptedException {
    return ask(ground, "fingerprint", List.of());
  }

  /** State file, marks, endpoint and version files once more. */
  public PlaybookAnswer after(PlaybookGround ground) throws RemoteException, InterruptedException {
    return ask(ground, "after", List.of());
  }

  /**
   * Every host by the inventory: whether it can be reached, and what a command that only reads
   * prints there of the files and of the ground's marks.
   *
   * @param files on the hosts, whose first line is read; empty for none
   * @param artifact of the version that runs, whose manifest is read; empty for none
   */
  public PlaybookAnswer reach(
      PlaybookGround ground, List<String> hosts, boolean ping, List<String> files, String artifact)
      throws RemoteException, InterruptedException {
    String pattern = String.join(",", hosts);
    return ask(
        ground,
        "reach",
        List.of(ping ? "ping" : "", pattern, reading(files, ground.marks()), artifact));
  }

  /**
   * A command for the shell of a host that prints the first line of each file that is there, and of
   * each mark, with {@link #MARK} before its path.
   */
  private static String reading(List<String> files, List<String> marks) {
    List<String> parts = new ArrayList<>();
    files.forEach(file -> parts.add(reading("test -r ", "", file)));
    marks.forEach(mark -> parts.add(reading("test -e ", MARK, mark)));
    return parts.isEmpty() ? "" : String.join("; ", parts) + "; true";
  }

  private static String reading(String test, String kind, String file) {
    String word = CommandLine.quote(List.of(file));
    return test
        + word
        + " && printf '%s\\t%s\\n' "
        + CommandLine.quote(List.of(kind + file))
        + " \"$(head -n 1 "
        + word
        + " 2>/dev/null | cut -c 1-"
        + (kind.isEmpty() ? 200 : 1000)
        + ")\"";
  }

  /**
   * Asks the health checks, each until it is well or was asked so often.
   *
   * @param directory where commands run
   */
  public PlaybookAnswer weigh(String host, String directory, List<Question> questions, int attempts)
      throws RemoteException, InterruptedException {
    StringBuilder checks = new StringBuilder("work=");
    checks.append(CommandLine.quote(List.of(directory))).append('\n');
    checks.append("checks() {\n:\n");
    for (int i = 0; i < questions.size(); i++) {
      Question one = questions.get(i);
      checks.append("check ").append(i).append(one.command().isEmpty() ? " url " : " command ");
      checks.append(
          CommandLine.quote(
              one.command().isEmpty() ? List.of(String.valueOf(one.url())) : one.command()));
      checks.append('\n');
    }
    checks.append("}\n");
    return ask(
        host,
        new ScriptCalls.Call("weigh", "-", List.of(Integer.toString(attempts)), checks.toString()),
        ScriptCalls.NOTHING,
        LOOK.multipliedBy(3));
  }

  /**
   * Runs it in check mode and keeps what came of it.
   *
   * @param print the fingerprint
   * @param meta one line that is kept with it
   * @param files that it needs, as in a {@link RunKit}; the ground's input comes with them
   */
  public PlaybookAnswer preview(
      PlaybookGround ground, String print, String meta, Map<String, String> files, Events events)
      throws RemoteException, InterruptedException {
    String supply = new RunKit("", Map.of(), files, ground.input()).supply();
    return ask(
        ground.host(),
        new ScriptCalls.Call("preview", "-", List.of(print, meta), ground.prelude() + supply),
        aside(events),
        CHECK_RUN);
  }

  /** A kept preview of exactly this, its events; else what the newest other one was of. */
  public PlaybookAnswer kept(String host, String print, Events events)
      throws RemoteException, InterruptedException {
    return ask(host, new ScriptCalls.Call("kept", "-", List.of(print), ""), aside(events), LOOK);
  }

  private static ScriptCalls.Bytes aside(Events events) {
    return new ScriptCalls.Bytes() {
      @Override
      public void bytes(String kind, long at, byte[] chunk, int offset, int length) {
        events.bytes(chunk, offset, length);
      }

      @Override
      public void line(ScriptCalls.Line line) {}
    };
  }
}
