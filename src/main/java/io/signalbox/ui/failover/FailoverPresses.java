package io.signalbox.ui.failover;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Intent;
import java.util.function.Consumer;

/**
 * What the view asks of the window; each returns at once.
 *
 * @param propose opens the card of a plan; nothing is carried out by it
 * @param runner shows a runner's details
 * @param run opens a run that goes on
 */
public record FailoverPresses(
    Consumer<Intent> propose, Consumer<String> runner, Consumer<ActionRun> run) {}
