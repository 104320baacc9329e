/** From a snapshot to findings: what is wrong, how that is known, what to do next. Pure. */
@org.jspecify.annotations.NullMarked
package io.signalbox.diagnosis;
