/** The list of alerts. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.alerts;
