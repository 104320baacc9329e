/** The only room that knows TilesFX; its colours come from the tokens. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.gauge;
