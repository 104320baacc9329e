package io.signalbox.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a headless verb printed and how it ended. */
record Run(int code, String out, String err) {
  /** Runs a verb in this process. */
  static Run of(Surroundings surroundings, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Signalbox.commandLine(surroundings);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  /** Runs a verb on a thread of its own; what it throws ends the future. */
  static CompletableFuture<Run> later(Callable<Run> verb) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return verb.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  /** The JSON that a verb printed. */
  static JsonNode json(Run run) {
    return JsonMapper.builder().build().readTree(run.out());
  }
}
