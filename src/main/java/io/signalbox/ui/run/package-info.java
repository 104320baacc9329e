/** A run while it goes on and as a record afterwards. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.run;
