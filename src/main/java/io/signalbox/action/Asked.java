package io.signalbox.action;

import java.time.Instant;

/**
 * What a second person was asked.
 *
 * @param path where the request lies, with the control host before it where it lies there
 * @param command what the second person runs
 * @param byHand the same without this program: one line of {@code ssh-keygen} beside the request
 * @param onGithub what starts the run that they may approve on GitHub instead; empty where the
 *     profile names no such way
 * @param deadline an answer after it changes nothing
 */
public record Asked(
    String path, String command, String byHand, String onGithub, Instant deadline) {}
