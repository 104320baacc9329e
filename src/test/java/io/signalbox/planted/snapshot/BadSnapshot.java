package io.signalbox.planted.snapshot;

/** Planted: a snapshot that is not a record. */
public class BadSnapshot {}
