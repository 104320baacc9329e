package io.signalbox.ui.runbook;

import io.signalbox.action.ActionRun;
import io.signalbox.runbook.Danger;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepState;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Carries what is pressed on a step to where it is done, and hears how it ended. FX thread only.
 */
final class Workbench implements AutoCloseable {
  private final RunbookDoor door;
  private final StepDesk desk;
  private final RunFeed feed;
  private final Live live;
  private final Map<String, OpenBook> books = new LinkedHashMap<>();
  private final Subscriptions subscriptions = new Subscriptions();

  Workbench(RunbookDoor door, StepDesk desk, RunFeed feed, Live live) {
    this.door = door;
    this.desk = desk;
    this.feed = feed;
    this.live = live;
    subscriptions.on(feed.runs(), _ -> onRuns());
  }

  /** A file read again. */
  private record News(RunbookLibrary.Entry entry, boolean changed) {
    static News of(RunbookLibrary.Entry before, RunbookLibrary.Entry now) {
      return new News(now, !now.runbook().equals(before.runbook()));
    }
  }

  /** The book with what was kept of it; the same one each time. */
  OpenBook open(RunbookLibrary.Entry entry) {
    OpenBook known = books.get(entry.key());
    if (known != null) {
      refresh(known);
      return known;
    }
    OpenBook book = new OpenBook(entry, door);
    books.put(entry.key(), book);
    FxFutures.deliver(
        door.progress(entry),
        progress -> {
          book.progress(progress);
          BookWords.lastWork(progress, live.now())
              .ifPresent(words -> book.resumed("Resumed, " + words + "."));
        },
        failure -> book.trouble(FxFutures.message(failure)));
    return book;
  }

  /** Reads file and progress again. */
  void refresh(OpenBook book) {
    RunbookLibrary.Entry before = book.entry();
    FxFutures.deliver(
        // a long one takes its time to compare: not on the FX thread
        door.read(before.key()).thenApply(now -> now.map(entry -> News.of(before, entry))),
        news ->
            news.ifPresentOrElse(
                one -> {
                  if (book.trouble().equals(gone(before))) {
                    book.trouble("");
                  }
                  if (one.changed()) {
                    book.reread(one.entry());
                  }
                },
                () -> book.trouble(gone(before))),
        failure -> book.trouble(FxFutures.message(failure)));
    load(book);
  }

  private static String gone(RunbookLibrary.Entry entry) {
    return "The file is gone: " + entry.key();
  }

  private void load(OpenBook book) {
    FxFutures.deliver(
        door.progress(book.entry()),
        book::progress,
        failure -> book.trouble(FxFutures.message(failure)));
  }

  /** Runs or plans it, on the hosts that it is for. */
  void press(OpenBook book, Step step) {
    StepFacts facts = facts(book, step);
    if (!facts.why().isEmpty()) {
      book.runs(step).refused("It cannot run: " + facts.why() + ".");
      book.changedNow();
    } else if (StepFacts.asks(step)) {
      ask(book, step);
    } else {
      if (facts.danger() == Danger.READ_ONLY) {
        List<String> hosts = book.where(step).hosts();
        boolean rest = facts.state() == StepState.HALF;
        List<String> wanted =
            hosts.stream().filter(host -> !rest || !book.doneOn(step, host)).toList();
        List<String> run = wanted.isEmpty() ? hosts : wanted;
        book.runs(step).queue(run.subList(1, run.size()));
        carryOut(book, step, run.getFirst());
      } else {
        carryOut(book, step, book.next(step));
      }
    }
  }

  private void carryOut(OpenBook book, Step step, String host) {
    boolean looks = book.filled(step).judgement().danger() == Danger.READ_ONLY;
    desk.carryOut(
        new StepCall(book.entry().key(), step, host, book.values(step), looks),
        run -> {
          book.runs(step).begun(host, run);
          book.changedNow();
        },
        why -> {
          book.runs(step).refused(why);
          book.changedNow();
        });
  }

  private void ask(OpenBook book, Step step) {
    book.runs(step).asks(live.now());
    book.changedNow();
    FxFutures.deliver(
        door.ask(book.entry(), step, book.values(step)),
        result -> {
          book.runs(step).answered(result);
          book.changedNow();
          load(book);
        },
        failure -> {
          book.runs(step).refused(FxFutures.message(failure));
          book.changedNow();
          load(book);
        });
  }

  void skip(OpenBook book, Step step, String reason) {
    change(book, progress -> progress.skipped(step, desk.actor(), live.now(), reason));
  }

  void takeUp(OpenBook book, Step step) {
    change(book, progress -> progress.retried(step));
  }

  void pause(OpenBook book) {
    change(book, progress -> progress.paused(!progress.paused()));
  }

  private void change(OpenBook book, UnaryOperator<RunbookProgress> change) {
    FxFutures.deliver(
        door.change(book.entry(), change),
        progress -> {
          book.trouble("");
          book.progress(progress);
        },
        failure -> book.trouble("It is not kept: " + FxFutures.message(failure)));
  }

  StepFacts facts(OpenBook book, Step step) {
    return StepFacts.of(book, step, running(book, step), live.now());
  }

  /** True while something of it goes on in this session. */
  boolean running(OpenBook book, Step step) {
    StepRuns runs = book.known(step);
    return runs != null
        && (runs.asking() != null
            || runs.runs().values().stream()
                .anyMatch(run -> run(run).map(one -> !one.verdict().ended()).orElse(false)));
  }

  Optional<ActionRun> run(String id) {
    return feed.run(id);
  }

  private void onRuns() {
    for (OpenBook book : books.values()) {
      boolean news = false;
      for (Map.Entry<Integer, StepRuns> entry : book.allRuns().entrySet()) {
        Optional<Step> step = book.runbook().step(entry.getKey());
        news |= step.isPresent() && ended(book, step.get(), entry.getValue());
      }
      if (news) {
        load(book);
      }
    }
  }

  private boolean ended(OpenBook book, Step step, StepRuns runs) {
    boolean news = false;
    for (String run : runs.runs().values()) {
      if (run(run).map(one -> one.verdict().ended()).orElse(false) && runs.endedNow(run)) {
        news = true;
        String host = runs.nextWaiting();
        if (host != null) {
          carryOut(book, step, host);
        }
      }
    }
    if (news) {
      book.changedNow();
    }
    return news;
  }

  RunbookDoor door() {
    return door;
  }

  Live live() {
    return live;
  }

  RunFeed feed() {
    return feed;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
