package io.signalbox.ui.shell;

import io.signalbox.model.NextStep;
import org.jspecify.annotations.Nullable;

/**
 * A next step that was pressed.
 *
 * @param title of the finding that offered it: others may offer the same
 * @param runner that the finding is about, null where it is about something else
 */
record Pressed(NextStep step, String title, @Nullable String runner) {}
