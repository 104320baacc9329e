package io.signalbox.app;

import io.signalbox.journal.JournalVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code signalbox journal verify}: whether the record is what was written. */
@Command(
    name = "verify",
    description = "Verifies a journal: numbers, hashes, and its end against its head file.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:intact",
      "1:damaged; the first bad number is named",
      "2:no journal can be read there"
    })
final class JournalVerifyVerb implements Callable<Integer> {
  private static final int DAMAGED = 1;
  private static final int UNREADABLE = 2;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "One journal-<day>-<n>.jsonl, or the folder with all of them.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    CommandLine line = Console.of(spec);
    try {
      Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
      JournalVerifier.Result result =
          Files.isDirectory(file) ? JournalVerifier.folder(file) : JournalVerifier.segment(file);
      if (!result.intact()) {
        line.getOut().println("damaged at " + result.firstBad() + ": " + result.problem());
        line.getOut().println("verified before that: " + entries(result.entries()));
        line.getOut().flush();
        return DAMAGED;
      }
      if (result.entries() == 0) {
        line.getErr().println("no journal in " + file + ": no entry was ever written there");
        return UNREADABLE;
      }
      line.getOut().println("intact: " + entries(result.entries()) + ", the last is " + end(result));
      if (result.torn() > 0) {
        line.getOut()
            .println(
                "after it stand "
                    + result.torn()
                    + " bytes of a line that was never finished; the next start moves them aside");
      }
      if (folder == null || !JournalVerifier.hasHead(folder)) {
        line.getOut()
            .println("there is no journal.head beside it: an end cut off would not be seen");
      }
      line.getOut().flush();
      return ExitCode.OK;
    } catch (IOException e) {
      line.getErr().println("the journal at " + file + " cannot be read: " + e);
      return UNREADABLE;
    }
  }

  private static String entries(long count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private static String end(JournalVerifier.Result result) {
    return "number " + result.lastSeq() + " with hash " + result.head();
  }
}
