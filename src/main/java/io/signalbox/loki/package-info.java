/** The client of Loki's HTTP API: one question at a time. */
@org.jspecify.annotations.NullMarked
package io.signalbox.loki;
