package io.signalbox.ui.confirm;

import io.signalbox.interlock.Approval;
import io.signalbox.interlock.RuleOverride;
import java.util.function.Consumer;

/**
 * What the card asks of the window; each returns at once.
 *
 * @param hostKey looks at the host key of this machine
 */
public record CardPresses(
    Consumer<Approval> approve,
    Runnable cancel,
    Runnable planAgain,
    Runnable unlock,
    Consumer<RuleOverride> override,
    Consumer<String> hostKey) {}
