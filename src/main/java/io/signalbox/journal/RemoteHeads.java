package io.signalbox.journal;

import java.util.List;

/**
 * Where entries of this operator's journal are kept that this machine does not own: each remote run
 * carries the hash of the entry that was the journal's last when it was started.
 */
public interface RemoteHeads {
  /**
   * Asks the hosts; blocks.
   *
   * @return what the hosts said
   */
  Known heads() throws InterruptedException;

  /**
   * What the hosts said.
   *
   * @param heads one for each run that this operator started from this machine
   * @param silent hosts that did not answer, with the reason: of them nothing is known
   */
  record Known(List<RemoteHead> heads, List<String> silent) {}

  /**
   * An entry that a remote run knows of.
   *
   * @param place where it is kept, e.g. {@code shop-host-1, run 01J…}
   * @param actionId the run, as in {@link JournalEntry#actionId()}
   * @param hash the hash of the journal's entry
   * @param journal which journal that is in, see {@link JournalId#word}; empty where it is not said
   */
  record RemoteHead(String place, String actionId, String hash, String journal) {
    /** Of whichever journal. */
    RemoteHead(String place, String actionId, String hash) {
      this(place, actionId, hash, "");
    }
  }
}
