package io.signalbox.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A runbook of the test's own and two real sshd, for the verbs that work through it. */
final class RunbookRig implements AutoCloseable {
  final KillRig base;
  final Path file;

  /**
   * The text is the file's, with the folder for each {@code %1$s} in it.
   *
   * @param folder of the test
   */
  RunbookRig(Path folder, String text) throws Exception {
    base = new KillRig(folder, false);
    file = Files.writeString(folder.resolve("work.md"), text.formatted(folder));
  }

  /** A verb of ana's about this runbook, e.g. {@code run} or {@code progress}, with JSON. */
  Run verb(String verb, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("runbook", verb, file.toString()));
    words.addAll(List.of("--profile", base.profile().toString(), "--json"));
    words.addAll(List.of(more));
    return base.verb("ana", words.toArray(String[]::new));
  }

  @Override
  public void close() {
    base.close();
  }
}
