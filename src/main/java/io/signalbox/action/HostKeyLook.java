package io.signalbox.action;

import java.util.List;

/** What a look at the host keys on the way to a machine found; nothing was sent for it. */
public sealed interface HostKeyLook {
  /** Every key on the way was agreed to before. */
  record Known(String words) implements HostKeyLook {}

  /**
   * The first key that nobody agreed to yet.
   *
   * @param hop the machine that presents it, {@code host:port}
   * @param type such as {@code ssh-ed25519}
   * @param file where it would be recorded
   */
  record Unknown(String hop, String type, String fingerprint, String file) implements HostKeyLook {}

  /** A key that is not the one on file, type and fingerprint each; never to be agreed to here. */
  record Changed(String hop, List<String> known, String presented, String words)
      implements HostKeyLook {
    /** Copies the list. */
    public Changed {
      known = List.copyOf(known);
    }
  }

  /** It could not be looked at. */
  record Failed(String words) implements HostKeyLook {}
}
