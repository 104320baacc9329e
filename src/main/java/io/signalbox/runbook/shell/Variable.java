package io.signalbox.runbook.shell;

/**
 * One use of a variable in braces.
 *
 * @param whole nothing but the name is between the braces
 * @param optional it has a default or an alternative, so it may be unset
 */
public record Variable(String name, int from, int to, boolean whole, boolean optional) {}
