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

/** The one script of durable runs, with the call of one of its verbs. */
public final class DurableScript {
  private static final String TEXT = load();
  private static final String TAIL = "\n}\n";

  private DurableScript() {}

  private static String load() {
    try (InputStream in =
        Objects.requireNonNull(DurableScript.class.getResourceAsStream("durable.sh"))) {
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
    String head = "{\n" + TEXT;
    boolean ours =
        script.length() >= head.length() + TAIL.length()
            && script.startsWith(head)
            && script.endsWith(TAIL);
    return ours
        ? Optional.of(script.substring(head.length(), script.length() - TAIL.length()))
        : Optional.empty();
  }

  /** One verb; the braces have the shell read all of it before it does anything. */
  static String call(String verb, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(arguments);
    return "{\n" + TEXT + CommandLine.quote(words) + TAIL;
  }
}
