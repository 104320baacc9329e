/**
 * The use case "the deploying role goes to another runner": planners and works of failover,
 * switchover, failback, and of taking one back.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.handover;
