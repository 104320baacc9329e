package io.signalbox.procedure;

import io.signalbox.runbook.Runbook;

/**
 * A runbook and where it stands.
 *
 * @param key finds it again: {@link RunbookShelf#find}
 * @param folder its folder, or that it ships with the console
 */
public record Shelved(String key, String folder, Runbook runbook) {}
