package io.signalbox.ui.runbook;

import io.signalbox.runbook.Block;
import io.signalbox.runbook.Inline;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.runbook.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Searches all text of all runbooks. Immutable, safe on every thread; made off the FX thread. */
final class RunbookSearch {
  private static final int PER_BOOK = 3;
  private static final int MOST = 120;
  private static final int ABOUT = 100;
  private static final int HEADING = 40;
  private static final int CODE = 12;
  private static final int PROSE = 10;

  /** Nothing to search in. */
  static final RunbookSearch NONE = new RunbookSearch(List.of());

  private final List<Text> texts;

  /**
   * A line of a runbook.
   *
   * @param line in the file, counted from 1: its own, or that of the heading above it
   * @param exact whether it is its own
   */
  record Text(RunbookLibrary.Entry entry, int line, boolean exact, String words, int weight) {}

  /** A line that was found. */
  record Hit(Text text, int score) {}

  private RunbookSearch(List<Text> texts) {
    this.texts = List.copyOf(texts);
  }

  /** Reads the words of all of them. */
  static RunbookSearch of(RunbookLibrary library) {
    List<Text> texts = new ArrayList<>();
    library.entries().forEach(entry -> new Reader(entry, texts).read());
    return new RunbookSearch(texts);
  }

  /** Lines with every word, the best runbook first, at most three lines of each. */
  List<Hit> find(String query) {
    String whole = query.strip().toLowerCase(Locale.ROOT);
    if (whole.isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(whole.split("\\s+"));
    List<Hit> hits = new ArrayList<>();
    for (Text text : texts) {
      String lower = text.words().toLowerCase(Locale.ROOT);
      if (words.stream().allMatch(lower::contains)) {
        int score =
            text.weight() + (lower.contains(whole) ? 5 : 0) + (starts(lower, words) ? 3 : 0);
        hits.add(new Hit(text, score));
      }
    }
    return ranked(hits);
  }

  private static boolean starts(String text, List<String> words) {
    String first = words.getFirst();
    int at = text.indexOf(first);
    return at == 0 || (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  private static List<Hit> ranked(List<Hit> hits) {
    var byBook =
        hits.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    hit -> hit.text().entry().key(),
                    java.util.LinkedHashMap::new,
                    java.util.stream.Collectors.toList()));
    List<List<Hit>> books = new ArrayList<>(byBook.values());
    Comparator<Hit> best = Comparator.comparingInt(hit -> -hit.score());
    books.forEach(book -> book.sort(best));
    // many lines say more than one, up to a point
    books.sort(
        Comparator.comparingInt(book -> -(book.getFirst().score() + Math.min(book.size(), 8))));
    return books.stream().flatMap(book -> book.stream().limit(PER_BOOK)).limit(MOST).toList();
  }

  /** Collects a runbook's lines. */
  private static final class Reader {
    private final RunbookLibrary.Entry entry;
    private final List<Text> into;
    private int line = 1;

    Reader(RunbookLibrary.Entry entry, List<Text> into) {
      this.entry = entry;
      this.into = into;
    }

    void read() {
      Runbook runbook = entry.runbook();
      var front = runbook.frontMatter();
      add(
          String.join(
              " · ",
              List.of(
                  runbook.title(),
                  front.category(),
                  front.severity(),
                  front.owner(),
                  runbook.path())),
          ABOUT,
          false);
      blocks(runbook.blocks());
    }

    private void blocks(List<Block> blocks) {
      for (Block block : blocks) {
        switch (block) {
          case Block.Title title -> {
            line = title.heading().line();
            add(title.heading().text(), HEADING, true);
          }
          case Block.Paragraph text -> add(Inline.plain(text.text()), PROSE, false);
          case Block.Items list -> list.items().forEach(item -> blocks(item.blocks()));
          case Block.Quote quote -> blocks(quote.blocks());
          case Block.Table table -> {
            row(table.header());
            table.rows().forEach(this::row);
          }
          case Block.Code code -> code.text().lines().forEach(one -> add(one, CODE, false));
          case Block.Html html -> html.text().lines().forEach(one -> add(one, PROSE, false));
          case Block.Fence fence -> step(fence.step());
          case Block.Rule _ -> {}
        }
      }
    }

    private void row(List<List<Inline>> cells) {
      add(String.join("  ", cells.stream().map(Inline::plain).toList()), PROSE, false);
    }

    private void step(Step step) {
      int at = step.line();
      for (String one : step.text().lines().toList()) {
        at++;
        line = at;
        add(one, CODE, true);
      }
    }

    private void add(String words, int weight, boolean exact) {
      String stripped = words.strip();
      if (!stripped.isEmpty()) {
        into.add(new Text(entry, line, exact, stripped, weight));
      }
    }
  }
}
