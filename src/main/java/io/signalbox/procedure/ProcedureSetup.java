package io.signalbox.procedure;

import io.signalbox.action.LookBook;
import io.signalbox.command.CommandSetup;
import io.signalbox.runbook.ProgressStore;

/**
 * What the steps of runbooks work with.
 *
 * @param command hosts, shell and durable runs
 * @param looks where queries are put on record
 */
public record ProcedureSetup(
    CommandSetup command,
    RunbookShelf shelf,
    ProgressStore progress,
    QueryPort queries,
    LookBook looks) {}
