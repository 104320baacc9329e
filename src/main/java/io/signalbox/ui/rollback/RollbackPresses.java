package io.signalbox.ui.rollback;

import io.signalbox.action.Intent;
import java.util.function.Consumer;

/**
 * What the page asks of the window.
 *
 * @param propose asks the desk for a plan and shows what comes of it
 */
public record RollbackPresses(Consumer<Intent> propose) {}
