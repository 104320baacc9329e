package io.signalbox.app;

import io.signalbox.action.Review;
import io.signalbox.action.ReviewBook;
import io.signalbox.action.Reviews;
import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalException;
import io.signalbox.profile.Profile;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code signalbox review}: overrides and solo acts until somebody has looked at them. */
@Command(
    name = "review",
    description = "Lists overrides and solo acts that nobody has reviewed, or takes one off.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:listed; or taken off",
      "1:the journal cannot be read or written",
      "2:bad usage or profile",
      "3:no such act on the list, or no reason given",
      "75:another instance of the console writes the journal"
    })
final class ReviewVerb extends ProfileVerb {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--done", paramLabel = "ID", description = "Take this one off the list.")
  private String done = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "What the review found.")
  private String reason = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  ReviewVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int call(Profile profile, CommandLine line) {
    String environment = profile.environment().name();
    Path folder = surroundings.folders().state();
    if (done.isEmpty()) {
      Journal unused = Journal.unusable(folder, surroundings.clock(), surroundings.actor(), "list");
      return list(new ReviewBook(unused, environment).read(), line);
    }
    try (Journal journal = Journal.open(folder, surroundings.clock(), surroundings.actor())) {
      if (!journal.whyReadOnly().isEmpty()) {
        line.getErr().println(journal.whyReadOnly());
        return ExitCode.HELD_BY_ANOTHER;
      }
      ReviewBook book = new ReviewBook(journal, environment);
      book.done(done, surroundings.actor(), reason);
      return list(book.reviews(), line);
    } catch (IllegalArgumentException e) {
      line.getErr().println(e.getMessage());
      return ExitCode.NOT_RUN;
    } catch (JournalException | IllegalStateException e) {
      line.getErr().println(e.getMessage());
      return 1;
    }
  }

  private int list(Reviews reviews, CommandLine line) {
    if (!reviews.unread().isEmpty()) {
      line.getErr().println(reviews.unread());
      return 1;
    }
    if (json) {
      String list = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(reviews.open());
      line.getOut().println(list);
    } else if (reviews.open().isEmpty()) {
      line.getOut().println("nothing stands to be reviewed");
    }
    for (Review one : json ? java.util.List.<Review>of() : reviews.open()) {
      line.getOut()
          .printf(
              "%s  %s  %s  %s %s%n    %s: %s%n",
              one.id(), one.at(), one.actor(), one.verb(), one.target(), one.what(), one.reason());
    }
    line.getOut().flush();
    return ExitCode.OK;
  }
}
