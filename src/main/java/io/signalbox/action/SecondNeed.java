package io.signalbox.action;

/**
 * What a plan needs of a second person.
 *
 * @param needed another operator has to approve, or the glass be broken
 * @param solo the plan is of the gravest tier, but nobody is listed to approve: it is listed for
 *     review
 * @param environment the name that breaks the glass
 */
public record SecondNeed(boolean needed, boolean solo, String environment) {}
