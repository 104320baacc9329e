/** The use case "work through a runbook": the shelf of files, the planner of a step, queries. */
@org.jspecify.annotations.NullMarked
package io.signalbox.procedure;
