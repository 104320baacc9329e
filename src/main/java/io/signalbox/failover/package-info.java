/**
 * What is known of a role and who could take it: candidates, queued jobs, the state of the labels,
 * the suggestion and the escalation. Pure: computed from a snapshot and a profile.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.failover;
