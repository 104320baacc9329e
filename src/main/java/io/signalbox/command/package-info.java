/** The use case of one free command on a machine: begun durably, followed, proved, ended. */
@org.jspecify.annotations.NullMarked
package io.signalbox.command;
