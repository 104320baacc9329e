package io.signalbox.action;

import io.signalbox.journal.JournalException;
import io.signalbox.remote.ChangedHostKey;
import io.signalbox.remote.HostKeys;
import io.signalbox.remote.OfferedHostKey;
import io.signalbox.remote.RemoteException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at host keys and agrees to them for the window. Blocks. */
final class HostKeyRoad {
  private final @Nullable Supplier<HostKeys> source;
  private final HostKeyBook book;

  HostKeyRoad(@Nullable Supplier<HostKeys> source, HostKeyBook book) {
    this.source = source;
    this.book = book;
  }

  HostKeyLook look(String host) throws InterruptedException {
    if (source == null) {
      return new HostKeyLook.Failed("host keys are not looked at here");
    }
    try (HostKeys keys = source.get()) {
      return keys.unknown(host)
          .<HostKeyLook>map(
              key ->
                  new HostKeyLook.Unknown(
                      key.hop(), key.type(), key.fingerprint(), key.file().toString()))
          .orElseGet(() -> new HostKeyLook.Known("every host key on the way is known"));
    } catch (RemoteException e) {
      return failed(e);
    }
  }

  private static HostKeyLook failed(RemoteException e) {
    ChangedHostKey changed = e.changed();
    if (changed != null) {
      return new HostKeyLook.Changed(
          changed.hop(), changed.known(), changed.presented(), e.getMessage());
    }
    return e.kind() == RemoteException.Kind.HOST_KEY_CHANGED
        ? new HostKeyLook.Changed(e.getMessage().split(" ", 2)[0], List.of(), "", e.getMessage())
        : new HostKeyLook.Failed(e.getMessage());
  }

  /** Asks the machine once more: what is recorded is the key that was shown, or nothing. */
  HostKeyLook agree(String host, String shown, String given)
      throws ActionException, InterruptedException {
    if (source == null) {
      throw new ActionException("host keys are not agreed to here");
    }
    try (HostKeys keys = source.get()) {
      Optional<OfferedHostKey> offered = keys.unknown(host);
      if (offered.isEmpty()) {
        return new HostKeyLook.Known("the key was agreed to in the meantime");
      }
      OfferedHostKey key = offered.get();
      if (!key.fingerprint().equals(shown)) {
        throw new ActionException(
            key.hop()
                + " presents another key by now: "
                + key.type()
                + " "
                + key.fingerprint()
                + "; nothing was recorded. Look at it anew, and ask the machine's owner");
      }
      book.agree(keys, host, key, given);
      return new HostKeyLook.Known("recorded in " + key.file());
    } catch (RemoteException | JournalException e) {
      throw new ActionException(String.valueOf(e.getMessage()));
    }
  }
}
