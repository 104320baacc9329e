/** Reads an Alertmanager: alerts and silences. */
@org.jspecify.annotations.NullMarked
package io.signalbox.alertmanager;
