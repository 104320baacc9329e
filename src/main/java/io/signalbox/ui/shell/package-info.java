/** The window: frame, navigation, headline, overlays; the only room that knows every feature. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.shell;
