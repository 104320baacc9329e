/** Entry point, command line, folders, and the one place where everything is put together. */
@org.jspecify.annotations.NullMarked
package io.signalbox.app;
