/** The one road from an intent to an outcome: planners, the desk that runs them, verdicts. */
@org.jspecify.annotations.NullMarked
package io.signalbox.action;
