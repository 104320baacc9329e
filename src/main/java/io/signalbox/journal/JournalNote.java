package io.signalbox.journal;

import java.util.Map;

/**
 * What is written down; number, time and hashes are added by the journal.
 *
 * @param action the verb, e.g. {@code restart-service}
 * @param actionId groups the entries of one action; empty where there is none
 * @param target {@code environment/name}; empty where there is none
 * @param params further values in words, in this order
 * @param argvSha256 hash of the exact command, empty where none is sent
 * @param result a verdict or ruling in words, empty where there is none yet
 */
public record JournalNote(
    Phase phase,
    String action,
    String actionId,
    String target,
    Map<String, String> params,
    String argvSha256,
    String result) {}
