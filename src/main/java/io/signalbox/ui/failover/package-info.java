/**
 * The deploying role: who has it, who could take it, what waits for it, and the ways to move it.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.failover;
