package io.signalbox.app;

import io.signalbox.approval.ControlBox;
import io.signalbox.approval.LocalBox;
import io.signalbox.approval.RequestBox;
import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.Profile;
import io.signalbox.remote.ApprovalFiles;
import io.signalbox.remote.ScriptRoad;
import java.nio.file.Path;

/** Where requests for approval lie: on the control host if there is one, else on this machine. */
final class RequestBoxes {
  private RequestBoxes() {}

  static RequestBox of(Profile profile, ScriptRoad road, Path state) {
    ControlProfile control = profile.control();
    return control == null
        ? new LocalBox(state.resolve("approvals"))
        : new ControlBox(new ApprovalFiles(road, control.host(), control.directory()));
  }

  /** As seen by whoever was given a path: without a control host the file itself says where. */
  static RequestBox of(Profile profile, ScriptRoad road, Path state, String reference) {
    Path parent = Path.of(reference).getParent();
    return profile.control() == null && parent != null
        ? new LocalBox(parent)
        : of(profile, road, state);
  }
}
