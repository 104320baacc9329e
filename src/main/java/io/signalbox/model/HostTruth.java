package io.signalbox.model;

import java.util.List;

/**
 * One physical host and the runners on it: roles on the same host are not redundancy.
 *
 * @param state the worst state of its runners
 * @param runners names on GitHub
 */
public record HostTruth(
    String name, RunnerState state, List<String> runners, List<RunnerRole> roles) {}
