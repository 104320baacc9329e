package io.signalbox.interlock;

import java.time.Instant;

/**
 * What an operator gave on the card.
 *
 * @param planHash the hash of the plan that was on the card
 * @param typed the text typed, empty where none was asked
 * @param reason why, empty where none was asked
 * @param actor who, as the operating system names them
 */
public record Approval(String planHash, String typed, String reason, String actor, Instant at) {}
