package io.signalbox.github;

import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

/**
 * Puts in what a frozen command cannot hold yet, and nothing else: the plan's own id, the id that
 * GitHub gave the deployment created under the same permit, and the verdict as one word. Safe on
 * every thread.
 */
final class Blanks {
  private static final Pattern WORD = Pattern.compile("[A-Z_]{0,40}");

  private final Map<Permit, Long> created = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * The command as it is sent.
   *
   * @param verdict empty while there is none
   * @throws PermitRefusedException where something is not known: nothing was sent
   */
  RemoteCommand fill(Permit permit, Plan plan, RemoteCommand command, String verdict)
      throws PermitRefusedException {
    if (!WORD.matcher(verdict).matches()) {
      throw new PermitRefusedException("`" + verdict + "` is no verdict; nothing was sent");
    }
    if (!GithubCall.record(command)) {
      return command;
    }
    List<String> argv = new ArrayList<>(command.argv());
    if (argv.get(1).contains(GithubCall.DEPLOYMENT)) {
      Long id = created.get(permit);
      if (id == null) {
        throw new PermitRefusedException(
            "GitHub named no deployment that was created for this plan; nothing was sent");
      }
      argv.set(1, argv.get(1).replace(GithubCall.DEPLOYMENT, Long.toString(id)));
    }
    if (argv.size() > 2) {
      String text = argv.get(2).replace(GithubCall.RUN, plan.id());
      argv.set(2, verdict.isEmpty() ? text : text.replace(GithubCall.VERDICT, verdict));
    }
    return new RemoteCommand(command.host(), argv);
  }

  /** Keeps the id of a deployment that was created. */
  void learn(Permit permit, RemoteCommand command, WriteAnswer answer) {
    if (GithubCall.createsDeployment(command)
        && answer instanceof WriteAnswer.Done done
        && done.id() != null
        && done.id() > 0) {
      created.put(permit, done.id());
    }
  }
}
