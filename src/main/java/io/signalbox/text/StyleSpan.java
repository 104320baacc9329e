package io.signalbox.text;

/** A style for the characters from {@code from} to before {@code to} of one line. */
public record StyleSpan(int from, int to, TextStyle style) {}
