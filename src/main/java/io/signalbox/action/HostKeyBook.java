package io.signalbox.action;

import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.JournalNote;
import io.signalbox.journal.Phase;
import io.signalbox.remote.HostKeys;
import io.signalbox.remote.OfferedHostKey;
import io.signalbox.remote.RemoteException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Agrees to host keys, on record. Blocks. */
public final class HostKeyBook {
  private final Journal journal;
  private final String environment;

  /** Of one environment. */
  public HostKeyBook(Journal journal, String environment) {
    this.journal = journal;
    this.environment = environment;
  }

  /**
   * Adds a key to the known hosts; the journal is written first.
   *
   * @param given the fingerprint that the operator got from elsewhere
   * @throws JournalException when it cannot be recorded: then nothing was added
   * @throws RemoteException where the fingerprint is not this key's: then nothing was added
   */
  public void agree(HostKeys keys, String host, OfferedHostKey key, String given)
      throws RemoteException, JournalException {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("hop", key.hop());
    params.put("key", key.type() + " " + key.fingerprint());
    params.put("given", given);
    params.put("file", key.file().toString());
    String target = environment + "/" + host;
    journal.append(note(Phase.REQUESTED, target, params, ""));
    try {
      keys.agree(key, given);
    } catch (RemoteException e) {
      journal.append(note(Phase.OUTCOME, target, Map.of("error", e.getMessage()), "NOT_RUN"));
      throw e;
    }
    journal.append(note(Phase.OUTCOME, target, params, "recorded"));
  }

  private static JournalNote note(
      Phase phase, String target, Map<String, String> params, String result) {
    return new JournalNote(phase, "agree-host-key", "", target, params, "", result);
  }
}
