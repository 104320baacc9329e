/** Tokens, themes and fonts: what anything is painted with. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.theme;
