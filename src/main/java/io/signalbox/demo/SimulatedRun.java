package io.signalbox.demo;

import org.jspecify.annotations.Nullable;

/** A durable run that a simulated host keeps, whatever it is a run of. Safe on every thread. */
interface SimulatedRun {
  String id();

  String meta();

  boolean running();

  /** Ends it; nothing where it is over. */
  void abort();

  boolean aborted();

  /** The exit code; only once it does not run any more. */
  int exit();

  /** What it has written so far. */
  byte[] log();

  /** What it has told beside its log so far; empty where it tells nothing. */
  default byte[] events() {
    return new byte[0];
  }

  /** How its proof ended; null where none was run. */
  default @Nullable Integer proofExit() {
    return null;
  }

  /** What its proof wrote; empty where none was run. */
  default byte[] proofLog() {
    return new byte[0];
  }

  /** The run as the script reports it: id, state, exit codes, how it was cut, size, left, meta. */
  default String report() {
    boolean going = running();
    Integer proof = going ? null : proofExit();
    return String.join(
        " ",
        id(),
        going ? "running" : "finished",
        going ? "-" : Integer.toString(exit()),
        proof == null ? "-" : Integer.toString(proof),
        aborted() ? "aborted" : "-",
        Integer.toString(log().length),
        "0",
        meta());
  }
}
