package io.signalbox.remote.durable;

import io.signalbox.remote.CommandLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The one script of durable runs, with the call of one of its verbs. */
final class DurableScript {
  private static final String TEXT = load();

  private DurableScript() {}

  private static String load() {
    try (InputStream in =
        Objects.requireNonNull(DurableScript.class.getResourceAsStream("durable.sh"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One verb; the braces have the shell read all of it before it does anything. */
  static String call(String verb, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(arguments);
    return "{\n" + TEXT + CommandLine.quote(words) + "\n}\n";
  }
}
