package io.signalbox.ui.confirm;

import io.signalbox.interlock.Approval;
import java.util.function.Consumer;

/** What the card asks of the window; each returns at once. */
public record CardPresses(
    Consumer<Approval> approve, Runnable cancel, Runnable planAgain, Runnable unlock) {}
