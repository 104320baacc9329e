package io.signalbox.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder {@code approvals} on the control host, through which requests for approval and
 * signatures go. It asks for no permit: it is where a permit's second signature comes from, and it
 * writes files of its own names only, each once. Blocks. Safe on every thread.
 */
public final class ApprovalFiles {
  private static final Pattern NAME =
      Pattern.compile("[0-9A-Za-z]{1,40}\\.(json|hash|hash\\.sig|used)");
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int LONGEST = 1 << 20;
  private static final int THERE_ALREADY = 17;
  private static final int NOT_THERE = 44;

  /** A line before the text: what stands before it was printed by the login. */
  private static final String BEGINS = "signalbox: the file begins";

  private final ScriptRoad road;
  private final String host;
  private final String directory;

  /**
   * On a host of the profile.
   *
   * @param directory absolute, or empty for {@code .signalbox} in the home folder there
   */
  public ApprovalFiles(ScriptRoad road, String host, String directory) {
    this.road = road;
    this.host = host;
    this.directory = directory;
  }

  /** Where a file lies, for people. */
  public String path(String name) {
    return (directory.isEmpty() ? "~/.signalbox" : directory) + "/approvals/" + name;
  }

  /** The host's name in the profile. */
  public String host() {
    return host;
  }

  /**
   * Creates a file with this text, in one step.
   *
   * @return false where there is one already: it stays as it is
   * @throws RemoteException where it is not there afterwards, as far as is known
   */
  public boolean create(String name, String text) throws RemoteException, InterruptedException {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String script =
        """
        %s
        umask 007
        mkdir -p "$dir" || exit 73
        new="$dir/.new.$$"
        printf %%s '%s' | base64 -d > "$new" || { rm -f "$new"; exit 73; }
        if ln "$new" "$file" 2>/dev/null; then end=0
        elif [ -e "$file" ]; then end=17
        else end=73; fi
        rm -f "$new"
        exit $end
        """
            .formatted(places(name), encoded);
    ScriptEnd end = send(script, new ByteArrayOutputStream());
    Integer status = end.exitStatus();
    if (status == null || (status != 0 && status != THERE_ALREADY)) {
      throw failed("could not be written", name, end);
    }
    return status == 0;
  }

  /** The text of a file; empty where there is none. */
  public Optional<String> read(String name) throws RemoteException, InterruptedException {
    String script =
        places(name)
            + "\n[ -e \"$file\" ] || exit 44\nprintf '%s\\n' '"
            + BEGINS
            + "'\nhead -c "
            + LONGEST
            + " \"$file\"\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ScriptEnd end = send(script, bytes);
    Integer status = end.exitStatus();
    if (status != null && status == NOT_THERE) {
      return Optional.empty();
    }
    if (status == null || status != 0) {
      throw failed("could not be read", name, end);
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    int before = text.indexOf(BEGINS + "\n");
    if (before < 0) {
      throw failed("could not be read", name, end);
    }
    return Optional.of(text.substring(before + BEGINS.length() + 1));
  }

  private String places(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of an approval: " + name);
    }
    String base =
        directory.isEmpty()
            ? "\"${HOME:?}/.signalbox\""
            : CommandLine.quote(java.util.List.of(directory));
    return "base=" + base + "\ndir=\"$base/approvals\"\nfile=\"$dir/" + name + "\"";
  }

  private ScriptEnd send(String script, ByteArrayOutputStream out)
      throws RemoteException, InterruptedException {
    return road.send(host, "{\n" + script + "\n}\n", out::write, ANSWER);
  }

  private RemoteException failed(String what, String name, ScriptEnd end) {
    return new RemoteException(
        RemoteException.Kind.CONNECTION,
        path(name)
            + " on "
            + host
            + " "
            + what
            + " ("
            + (end.exitStatus() == null
                ? "the connection broke"
                : "exit code " + end.exitStatus() + " " + String.join(" ", end.err()))
            + "); check control.host and control.directory, and who may write there",
        null);
  }
}
