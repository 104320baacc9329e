package io.signalbox.profile;

import io.signalbox.model.RunnerRole;
import java.util.List;

/**
 * A runner's identity.
 *
 * @param github its name on GitHub
 * @param host a {@link HostProfile#name()}, empty where none is given
 * @param unit its systemd unit, empty where none is given: then a restart is refused
 */
public record RunnerProfile(
    String github,
    String host,
    String unit,
    RunnerRole role,
    List<String> labels,
    boolean failoverApproved) {}
