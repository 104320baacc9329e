package io.signalbox.action;

import java.time.Instant;

/**
 * What a second person was asked.
 *
 * @param path where the request lies, with the control host before it where it lies there
 * @param command what the second person runs
 * @param byHand the same without this program: one line of {@code ssh-keygen} beside the request
 * @param deadline an answer after it changes nothing
 */
public record Asked(String path, String command, String byHand, Instant deadline) {}
