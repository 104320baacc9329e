/** Tests of what the console operates ({@code src/stack}), with the real programs. */
@org.jspecify.annotations.NullMarked
package io.signalbox.stack;
