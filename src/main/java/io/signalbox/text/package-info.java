/** Text from elsewhere made fit to show and to keep: control sequences, invisibles and secrets. */
@org.jspecify.annotations.NullMarked
package io.signalbox.text;
