/**
 * Runbooks as data: Markdown read to steps and prose, placeholders and how they are filled, the
 * danger of each step, and where somebody working through one stands. Pure: no IO, no clock.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.runbook;
