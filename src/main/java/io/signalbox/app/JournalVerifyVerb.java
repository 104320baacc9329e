package io.signalbox.app;

import io.signalbox.journal.JournalId;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.JournalVerifier;
import io.signalbox.journal.RemoteHeads;
import io.signalbox.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "2:no journal can be read there, or a host with remote heads did not answer"
    })
final class JournalVerifyVerb implements Callable<Integer> {
  private static final int DAMAGED = 1;
  private static final int UNREADABLE = 2;
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Also hold it against the heads that remote runs on this profile's hosts keep.")
  private @Nullable Path profile;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "One journal-<day>-<n>.jsonl, or the folder with all of them.")
  private Path file = Path.of("");

  JournalVerifyVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Console.of(spec);
    List<String> silent = new ArrayList<>();
    try {
      Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
      JournalVerifier.Result result =
          Files.isDirectory(file) ? JournalVerifier.folder(file) : JournalVerifier.segment(file);
      if (profile != null && folder != null && result.intact()) {
        Optional<RemoteHeads.Known> known = known(profile, line);
        if (known.isEmpty()) {
          return UNREADABLE;
        }
        silent.addAll(known.get().silent());
        JournalId here = JournalReader.id(folder);
        List<RemoteHeads.RemoteHead> ours =
            known.get().heads().stream().filter(head -> here.claims(head.journal())).toList();
        result = JournalVerifier.against(result, JournalReader.read(folder), ours);
        line.getErr()
            .println(heads(ours.size()) + others(known.get().heads().size() - ours.size()));
      }
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
      line.getOut()
          .println("intact: " + entries(result.entries()) + ", the last is " + end(result));
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
      silent.forEach(host -> line.getErr().println("not compared: " + host));
      return silent.isEmpty() ? ExitCode.OK : UNREADABLE;
    } catch (NoSuchFileException e) {
      line.getErr().println("there is no journal at " + file + "; check the path");
      return UNREADABLE;
    } catch (IOException e) {
      line.getErr().println("the journal at " + file + " cannot be read: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private Optional<RemoteHeads.Known> known(Path file, CommandLine line)
      throws InterruptedException {
    Optional<Profile> read = ProfileOption.read(file, surroundings.folders().home(), line.getErr());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    try (Station station = new Station(read.get(), surroundings)) {
      RunFinder finder = new RunFinder(read.get(), station.runs());
      return Optional.of(
          new RunHeads(finder, surroundings.actor(), surroundings.machine()).heads());
    }
  }

  private static String heads(int count) {
    return count == 1 ? "compared with 1 remote head" : "compared with " + count + " remote heads";
  }

  private static String others(int count) {
    return count == 0
        ? ""
        : "; not with "
            + count
            + " of another journal, which another console of yours keeps in another folder";
  }

  private static String entries(long count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private static String end(JournalVerifier.Result result) {
    return "number " + result.lastSeq() + " with hash " + result.head();
  }
}
