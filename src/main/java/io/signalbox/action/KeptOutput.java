package io.signalbox.action;

import java.util.List;
import java.util.RandomAccess;

/**
 * Lines that a log keeps: to read one may wait for the disk, or for the run that writes more of
 * them, so it is no work for a thread that draws. Its length is told at once. Never changes.
 */
public interface KeptOutput extends List<OutputLine>, RandomAccess {}
