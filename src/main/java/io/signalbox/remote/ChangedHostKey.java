package io.signalbox.remote;

import java.util.List;

/**
 * A host key that is not the one on file; there is no way on but to correct the file by hand.
 *
 * @param hop the machine that presented it, {@code host:port}
 * @param known type and fingerprint of each key on file
 * @param presented type and fingerprint
 */
public record ChangedHostKey(String hop, List<String> known, String presented) {
  /** Copies the list. */
  public ChangedHostKey {
    known = List.copyOf(known);
  }
}
