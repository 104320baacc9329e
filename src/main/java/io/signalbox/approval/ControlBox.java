package io.signalbox.approval;

import io.signalbox.action.ActionException;
import io.signalbox.remote.ApprovalFiles;
import io.signalbox.remote.RemoteException;
import java.util.Optional;

/** On the control host, where every operator of the environment gets to. */
public final class ControlBox implements RequestBox {
  private final ApprovalFiles files;

  /** Over these files. */
  public ControlBox(ApprovalFiles files) {
    this.files = files;
  }

  @Override
  public boolean create(String name, String text) throws ActionException, InterruptedException {
    try {
      return files.create(name, text);
    } catch (RemoteException e) {
      throw new ActionException(e.getMessage());
    }
  }

  @Override
  public Optional<String> read(String name) throws ActionException, InterruptedException {
    try {
      return files.read(name);
    } catch (RemoteException e) {
      throw new ActionException(e.getMessage());
    }
  }

  @Override
  public String path(String name) {
    return files.path(name);
  }

  @Override
  public String host() {
    return files.host();
  }
}
