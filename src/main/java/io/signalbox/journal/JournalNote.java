package io.signalbox.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

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
    String result) {
  /** The same with every value mapped; phase and hash stay. */
  JournalNote mapped(UnaryOperator<String> each) {
    Map<String, String> mapped = new LinkedHashMap<>();
    params.forEach((key, value) -> mapped.put(key, each.apply(value)));
    return new JournalNote(
        phase,
        each.apply(action),
        actionId,
        each.apply(target),
        mapped,
        argvSha256,
        each.apply(result));
  }
}
