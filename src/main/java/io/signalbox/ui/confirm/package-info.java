/** The card that says exactly what will happen before it does. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.confirm;
