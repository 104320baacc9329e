package io.signalbox.rig;

import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.FailoverProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RollbackProfile;
import org.jspecify.annotations.Nullable;

/** Profiles like others but for one section. */
public final class Profiles {
  private Profiles() {}

  /** With this section failover. */
  public static Profile with(Profile one, FailoverProfile failover) {
    return with(one, one.control(), failover, one.rollback());
  }

  /** With this section rollback. */
  public static Profile with(Profile one, RollbackProfile rollback) {
    return with(one, one.control(), one.failover(), rollback);
  }

  /** With this control host. */
  public static Profile with(Profile one, ControlProfile control) {
    return with(one, control, one.failover(), one.rollback());
  }

  private static Profile with(
      Profile one,
      @Nullable ControlProfile control,
      FailoverProfile failover,
      RollbackProfile rollback) {
    return new Profile(
        one.file(),
        one.environment(),
        one.sources(),
        one.ssh(),
        one.signals(),
        one.thresholds(),
        one.hosts(),
        one.runners(),
        control,
        one.freeze(),
        one.runbooks(),
        one.deployment(),
        failover,
        rollback,
        one.health());
  }
}
