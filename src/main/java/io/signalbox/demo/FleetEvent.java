package io.signalbox.demo;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened to the fleet, by the scenario or by an action; the only mutable input.
 */
sealed interface FleetEvent {
  Instant at();

  /** The runner's service ended by itself with an error. */
  record ServiceFailed(Instant at, String runner) implements FleetEvent {}

  /** Somebody stopped the runner's service. */
  record ServiceStopped(Instant at, String runner) implements FleetEvent {}

  /** Somebody restarted (or started) the runner's service. */
  record ServiceRestarted(Instant at, String runner) implements FleetEvent {}

  /** Somebody changed the labels of the runner; these are all of them now. */
  record LabelsSet(Instant at, String runner, List<String> labels) implements FleetEvent {}

  /** Somebody cancelled the run. */
  record RunCancelled(Instant at, long run) implements FleetEvent {}

  /** Somebody ran the run again: what failed or was cancelled, or all of it. */
  record RunAgain(Instant at, long run, boolean failedOnly) implements FleetEvent {}

  /** Somebody started a workflow by hand; the key is its own. */
  record Dispatched(Instant at, String workflow, String branch, String key) implements FleetEvent {}

  /** The exporters of the host stopped answering. */
  record ExporterGone(Instant at, String host) implements FleetEvent {}

  /** The exporters of the host answer again. */
  record ExporterBack(Instant at, String host) implements FleetEvent {}

  /** The host's root file system reached this share, in percent, and stays there. */
  record DiskFilled(Instant at, String host, double percent) implements FleetEvent {}
}
