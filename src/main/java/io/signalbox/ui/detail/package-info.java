/** Everything known of one runner. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.detail;
