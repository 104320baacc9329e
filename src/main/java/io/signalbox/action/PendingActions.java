package io.signalbox.action;

import io.signalbox.interlock.Pending;
import java.nio.file.Path;
import java.util.List;

/** What a journal leaves open, read without holding it: looking keeps nobody from acting. */
public final class PendingActions {
  private PendingActions() {}

  /**
   * Actions on record in a folder whose outcome is not known, oldest first.
   *
   * @throws ActionException when the record cannot be read
   */
  public static List<Pending> in(Path folder) throws ActionException {
    return new PendingBook(folder).all();
  }
}
