/**
 * The rollback as facts: versions declared and observed, pre-flight, health board, partial state,
 * and the verdict that follows from what was read. Pure; what asks hosts is in {@code work}.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.rollback;
