package io.signalbox.interlock;

/**
 * A refusing rule set aside by an operator. It counts only where the rule refuses and may be set
 * aside at all ({@link Interlock#waivable}); it lifts the plan to the highest tier, is part of the
 * plan's hash, and stays listed until somebody has reviewed it.
 *
 * @param rule the rule's id
 * @param reason why; a blank one sets nothing aside
 */
public record RuleOverride(String rule, String reason) {}
