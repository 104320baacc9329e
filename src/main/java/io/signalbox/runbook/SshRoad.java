package io.signalbox.runbook;

import io.signalbox.runbook.shell.Redirect;
import io.signalbox.runbook.shell.ShellCommand;
import io.signalbox.runbook.shell.ShellScript;
import io.signalbox.runbook.shell.ShellWord;
import io.signalbox.runbook.shell.SshCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code ssh user@host '…'} off a script: what is between the quotes runs over the console's
 * own session on that machine.
 *
 * @param script what is left to run there
 * @param targets the machines as written, each once
 * @param obstacle why it cannot be understood so, empty where it can
 */
record SshRoad(String script, List<String> targets, String obstacle) {
  /** One piece of the script and what comes in its place. */
  private record Edit(int from, int to, String text) {}

  static SshRoad of(String text) {
    Mask mask = Mask.of(text, Gaps.candidates(text));
    ShellScript script = ShellScript.of(mask.text());
    Set<String> targets = new LinkedHashSet<>();
    List<Edit> edits = new ArrayList<>();
    for (ShellCommand command : script.commands()) {
      if (!command.program().equals("ssh") || command.from() < 0) {
        continue;
      }
      Optional<SshCall> call = SshCall.of(command.arguments());
      if (call.isEmpty() || call.get().user().equals("git")) {
        continue;
      }
      String host = call.get().host();
      if (computed(command, host) || !plausible(mask.lift(host))) {
        return new SshRoad(
            text,
            List.of(),
            "which machine ssh goes to is known only when it runs: " + mask.lift(host));
      }
      String port = call.get().port();
      targets.add(mask.lift(host) + (port.isEmpty() ? "" : ":" + port));
      Edit edit = edit(mask.text(), command, call.get());
      if (edit == null) {
        return new SshRoad(text, List.of(mask.lift(host)), "ssh in a form that is not understood");
      }
      edits.add(edit);
    }
    if (targets.size() > 1) {
      return new SshRoad(
          text,
          List.copyOf(targets),
          "it goes to several machines ("
              + String.join(", ", targets)
              + "): give each a step of its own");
    }
    return new SshRoad(mask.lift(applied(mask.text(), edits)), List.copyOf(targets), "");
  }

  /** A variable that the script itself sets, or a substitution: not a gap, not a name. */
  private static boolean computed(ShellCommand command, String host) {
    boolean names =
        command.words().stream()
            .filter(word -> word.text().contains(host))
            .allMatch(ShellWord::literal);
    return !names && !host.matches("\\$\\{[A-Za-z_]\\w*\\}");
  }

  private static boolean plausible(String host) {
    return !host.isEmpty() && host.indexOf('`') < 0 && !host.startsWith("$(");
  }

  private static @Nullable Edit edit(String text, ShellCommand command, SshCall call) {
    Optional<Redirect> document =
        command.redirects().stream().filter(Redirect::hereDocument).findFirst();
    boolean others =
        command.redirects().stream().anyMatch(one -> !one.hereDocument() && one.writes());
    if (document.isPresent() && (call.command().isEmpty() || call.shell())) {
      return others ? null : document(text, command, document.get());
    }
    boolean substituted =
        command.words().stream()
            .anyMatch(one -> !one.literal() && one.text().matches("(?s).*(\\$\\(|`).*"));
    if (substituted) {
      // what the operator's own shell would put there is not known on that machine
      return null;
    }
    int end = command.words().getLast().to();
    if (call.command().isEmpty()) {
      return new Edit(command.from(), end, ":");
    }
    String inner = call.command();
    boolean simple = command.alone() && command.redirects().isEmpty();
    String grouped = inner.indexOf('#') >= 0 ? "( " + inner + "\n)" : "( " + inner + " )";
    return new Edit(command.from(), end, simple ? inner : grouped);
  }

  /** The document becomes the script; its end goes. */
  private static @Nullable Edit document(String text, ShellCommand command, Redirect document) {
    int line = text.indexOf('\n', command.to());
    int from = line + 1;
    int end = from + document.target().length();
    if (line < 0 || !text.substring(command.to(), line).isBlank() || end > text.length()) {
      return null;
    }
    int last = text.indexOf('\n', end);
    return new Edit(
        command.from(), last < 0 ? text.length() : last, document.target().stripTrailing());
  }

  private static String applied(String text, List<Edit> edits) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    List<Edit> ordered = new ArrayList<>(edits);
    ordered.sort(Comparator.comparingInt(Edit::from));
    for (Edit edit : ordered) {
      if (edit.from() >= at) {
        out.append(text, at, edit.from()).append(edit.text());
        at = edit.to();
      }
    }
    String left = out.append(text, at, text.length()).toString();
    return left.startsWith(":\n") ? left.substring(2) : left;
  }
}
