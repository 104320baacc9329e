/** Shell text taken apart as a shell does, to judge what it would do. Pure. */
@org.jspecify.annotations.NullMarked
package io.signalbox.runbook.shell;
