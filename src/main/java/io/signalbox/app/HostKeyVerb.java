package io.signalbox.app;

import io.signalbox.action.HostKeyBook;
import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalException;
import io.signalbox.profile.Profile;
import io.signalbox.remote.HostKeys;
import io.signalbox.remote.OfferedHostKey;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ssh.SshHostKeys;
import io.signalbox.remote.ssh.SshShell;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signalbox host-key}: what a host presents, and agreeing to it with proof. */
@Command(
    name = "host-key",
    description = "Prints the host key a host presents, or records it when it is the one given.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the key is known, printed, or recorded",
      "1:the host could not be asked",
      "2:bad usage or profile",
      "3:not the fingerprint given, or the key has changed: nothing was recorded"
    })
final class HostKeyVerb extends ProfileVerb {
  private static final int NOT_ASKED = 1;

  @Option(names = "--host", required = true, description = "The host's name in the profile.")
  private String host = "";

  @Option(
      names = "--agree",
      paramLabel = "SHA256:...",
      description = "The fingerprint that the machine's owner gave.")
  private String agree = "";

  HostKeyVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) throws InterruptedException {
    if (profile.host(host).isEmpty()) {
      line.getErr().println("no host `" + host + "` in the profile");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (!agree.isEmpty() && !agree.startsWith("SHA256:")) {
      line.getErr().println("--agree needs the whole fingerprint, beginning with SHA256:");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    var files = SshShell.files(profile, surroundings.folders().home(), surroundings.environment());
    try (HostKeys keys = new SshHostKeys(profile, files)) {
      return ask(keys, profile, line);
    } catch (RemoteException e) {
      line.getErr().println(e.getMessage());
      boolean refused =
          e.kind() == RemoteException.Kind.HOST_KEY_CHANGED
              || e.kind() == RemoteException.Kind.HOST_KEY_UNKNOWN;
      return refused ? ExitCode.NOT_RUN : NOT_ASKED;
    } catch (JournalException e) {
      line.getErr().println("nothing was recorded: " + e.getMessage());
      return ExitCode.NOT_RUN;
    }
  }

  private int ask(HostKeys keys, Profile environment, CommandLine line)
      throws RemoteException, InterruptedException, JournalException {
    Optional<OfferedHostKey> unknown = keys.unknown(host);
    if (unknown.isEmpty()) {
      line.getOut().println("every host key on the way to " + host + " is known");
      return ExitCode.OK;
    }
    OfferedHostKey key = unknown.get();
    line.getOut().println(key.hop() + " presents " + key.type() + " " + key.fingerprint());
    if (agree.isEmpty()) {
      line.getOut().println("not known yet; compare it with what the machine's owner gives, then");
      line.getOut().println("  signalbox host-key --profile FILE --host " + host + " --agree ...");
      return ExitCode.OK;
    }
    record(keys, key, environment.environment().name());
    line.getOut().println("recorded in " + key.file());
    return ExitCode.OK;
  }

  /** No record, no change: the journal is written first. */
  private void record(HostKeys keys, OfferedHostKey key, String environment)
      throws RemoteException, JournalException {
    try (Journal journal =
        Journal.open(surroundings.folders().state(), surroundings.clock(), surroundings.actor())) {
      new HostKeyBook(journal, environment).agree(keys, host, key, agree);
    }
  }
}
