package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown (CommonMark with GitHub's tables and task lists) to a runbook. Pure: whoever calls
 * it has read the file. Never throws, and every fenced block becomes a step.
 */
public final class RunbookParser {
  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(Runbook.DEEPEST)
          .maxInlineNesting(Runbook.DEEPEST)
          .build();

  private RunbookParser() {}

  /** Reads a text of which nothing is known but its path. */
  public static Runbook parse(String path, String text) {
    return parse(path, text, Neighbours.UNKNOWN);
  }

  /**
   * Reads a text.
   *
   * @param path from the runbooks' folder, with slashes
   * @param neighbours what lies in that folder
   */
  public static Runbook parse(String path, String text, Neighbours neighbours) {
    if (text.length() > Runbook.LARGEST) {
      return Runbook.unread(path, "the file is larger than 1 MB; it is not read");
    }
    // a byte order mark is no character of the text
    List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
    FrontMatterReader front = FrontMatterReader.read(lines);
    // the same number of lines, so that every line keeps its own
    List<String> body = new ArrayList<>(lines);
    for (int i = 0; i < front.lines(); i++) {
      body.set(i, "");
    }
    Node document = MARKDOWN.parse(String.join("\n", body));
    RunbookBuilder builder = new RunbookBuilder(path, neighbours, front);
    return builder.build(document);
  }

  /** A file that could not be read, as a runbook that says why. */
  public static Runbook unreadable(String path, String why) {
    return Runbook.unread(path, why);
  }
}
