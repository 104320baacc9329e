package io.signalbox.remote.durable;

import io.signalbox.remote.CommandLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A script of this room, with the call of one of its verbs. */
public final class DurableScript {
  private static final String TAIL = "\n}\n";

  /** The one script of durable runs. */
  static final DurableScript RUNS = new DurableScript("durable.sh");

  /** What is looked at on the control host before and after a playbook, and its check run. */
  static final DurableScript PLAYBOOKS = new DurableScript("playbook.sh");

  private final String text;

  private DurableScript(String name) {
    text = load("protocol.sh") + load(name);
  }

  private static String load(String name) {
    try (InputStream in = Objects.requireNonNull(DurableScript.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The call that such a script ends with, as one line of POSIX shell: for who interprets the
   * protocol without a shell. Empty for every other text.
   */
  public static Optional<String> callIn(String script) {
    String head = "{\n" + RUNS.text;
    boolean ours =
        script.length() >= head.length() + TAIL.length()
            && script.startsWith(head)
            && script.endsWith(TAIL);
    return ours
        ? Optional.of(script.substring(head.length(), script.length() - TAIL.length()))
        : Optional.empty();
  }

  /**
   * One verb; the braces have the shell read all of it before it does anything.
   *
   * @param prelude definitions that come before the call, each quoted where it was made
   */
  String call(String verb, List<String> arguments, String prelude) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(arguments);
    return "{\n" + text + prelude + CommandLine.quote(words) + TAIL;
  }
}
