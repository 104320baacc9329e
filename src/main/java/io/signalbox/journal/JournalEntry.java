package io.signalbox.journal;

import java.time.Instant;
import java.util.Map;

/**
 * A line of the journal as it was read.
 *
 * @param seq grows by one, over all files
 * @param actor who, as the operating system names them, and on which machine
 * @param prev hash of the line before, 64 zeros at the very first
 */
public record JournalEntry(
    long seq,
    Instant ts,
    String actor,
    Phase phase,
    String action,
    String actionId,
    String target,
    Map<String, String> params,
    String argvSha256,
    String result,
    String prev,
    String hash) {}
