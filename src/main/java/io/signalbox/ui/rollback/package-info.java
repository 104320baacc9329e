/** The way back to an older version: versions, checks, preview, the live playbook, health. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.rollback;
