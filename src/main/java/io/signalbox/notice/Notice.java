package io.signalbox.notice;

/**
 * What is told to somebody who looks elsewhere. Names in it come from others: it is made inert
 * before it is shown.
 *
 * @param title one line
 * @param text a sentence or two
 */
public record Notice(String title, String text) {}
