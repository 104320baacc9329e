/** The rollback carried out: what asks the control host, plans, previews, runs and reads back. */
@org.jspecify.annotations.NullMarked
package io.signalbox.rollback.work;
