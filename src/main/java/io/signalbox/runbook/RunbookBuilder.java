package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/** Builds one runbook from a syntax tree. */
final class RunbookBuilder {
  private static final Pattern NAMED =
      Pattern.compile("(?i)<a\\s[^>]*(?:name|id)=[\"']?([^\"'\\s>]+)");

  private final String path;
  private final FrontMatterReader front;
  private final Neighbours neighbours;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Heading> outline = new ArrayList<>();
  private final List<List<Integer>> stepsBelow = new ArrayList<>();
  private final Map<Node, Heading> headings = new IdentityHashMap<>();
  private final InlineReader inlines;
  private final Set<String> anchors = new HashSet<>();

  RunbookBuilder(String path, Neighbours neighbours, FrontMatterReader front) {
    this.path = path;
    this.neighbours = neighbours;
    this.front = front;
    this.inlines =
        new InlineReader(new Links(path, neighbours, anchors), (line, what) -> wrong(line, what));
    if (front.problem() != null) {
      problems.add(front.problem());
    }
  }

  private void wrong(int line, String message) {
    problems.add(new Problem(line, message));
  }

  Runbook build(Node document) {
    collectHeadings(document, new Titles());
    List<Block> blocks = new NoteReader(steps).attach(blocks(document, 0));
    needs();
    problems.sort(Comparator.comparingInt(Problem::line));
    List<Heading> placed = new ArrayList<>();
    for (int i = 0; i < outline.size(); i++) {
      Heading bare = outline.get(i);
      placed.add(
          new Heading(bare.level(), bare.text(), bare.anchor(), bare.line(), stepsBelow.get(i)));
    }
    String title = front.frontMatter().title();
    if (title.isEmpty()) {
      title =
          outline.stream()
              .map(Heading::text)
              .filter(text -> !text.isBlank())
              .findFirst()
              .orElse(Titles.ofFile(path));
    }
    return new Runbook(path, title, front.frontMatter(), placed, blocks, steps, problems);
  }

  private void needs() {
    for (Step step : steps) {
      for (int need : step.declared().needs()) {
        if (need >= step.number()) {
          wrong(step.line(), "it needs step " + need + ", which does not come before it");
        }
      }
    }
  }

  private void collectHeadings(Node parent, Titles titles) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof org.commonmark.node.Heading title) {
        String text = InlineReader.words(title).strip();
        Heading heading =
            new Heading(
                title.getLevel(), Harmless.line(text), titles.anchor(text), line(node), List.of());
        headings.put(node, heading);
        anchors.add(heading.anchor());
        anchors.add(Titles.loosely(heading.anchor()));
      }
      if (node instanceof HtmlBlock html) {
        named(html.getLiteral());
      } else if (node instanceof HtmlInline html) {
        named(html.getLiteral());
      }
      collectHeadings(node, titles);
    }
  }

  private void named(String html) {
    Matcher name = NAMED.matcher(html);
    while (name.find()) {
      anchors.add(name.group(1));
    }
  }

  private static int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1;
  }

  private List<Block> blocks(Node parent, int depth) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, depth, blocks);
    }
    return blocks;
  }

  private void block(Node node, int depth, List<Block> into) {
    // the parser itself opens no more blocks than this: the rest of that place is plain text
    if (depth == Runbook.DEEPEST - 3) {
      wrong(line(node), "nested deeper than " + Runbook.DEEPEST + " levels; it is read as text");
    }
    switch (node) {
      case org.commonmark.node.Heading title -> into.add(title(title));
      case org.commonmark.node.Paragraph words ->
          into.add(new Block.Paragraph(inlines.read(words)));
      case FencedCodeBlock fence -> into.add(fence(fence));
      case IndentedCodeBlock code ->
          into.add(new Block.Code(Harmless.block(code.getLiteral().stripTrailing())));
      case HtmlBlock html -> into.add(new Block.Html(Harmless.block(html.getLiteral())));
      case ThematicBreak _ -> into.add(new Block.Rule());
      case BlockQuote quote -> into.add(new Block.Quote(blocks(quote, depth + 1)));
      case BulletList list -> into.add(new Block.Items(null, items(list, depth)));
      case OrderedList list ->
          into.add(new Block.Items(list.getMarkerStartNumber(), items(list, depth)));
      case TableBlock table -> into.add(table(table));
      default -> into.addAll(blocks(node, depth + 1));
    }
  }

  private Block title(org.commonmark.node.Heading node) {
    Heading heading =
        headings.getOrDefault(node, new Heading(node.getLevel(), "", "", line(node), List.of()));
    outline.add(heading);
    stepsBelow.add(new ArrayList<>());
    return new Block.Title(heading, inlines.read(node));
  }

  private Block fence(FencedCodeBlock fence) {
    int line = line(fence);
    if (fence.getClosingFenceLength() == null) {
      wrong(line, "the fenced block is not closed");
    }
    String above = outline.isEmpty() ? "" : outline.getLast().text();
    String info = fence.getInfo() == null ? "" : fence.getInfo();
    Step step =
        StepReader.read(
            steps.size() + 1, line, info, fence.getLiteral(), above, what -> wrong(line, what));
    steps.add(step);
    if (!stepsBelow.isEmpty()) {
      stepsBelow.getLast().add(step.number());
    }
    return new Block.Fence(step);
  }

  private List<Block.Item> items(Node list, int depth) {
    List<Block.Item> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Boolean checked = null;
      if (item.getFirstChild() instanceof TaskListItemMarker marker) {
        checked = marker.isChecked();
        marker.unlink();
      }
      items.add(new Block.Item(checked, blocks(item, depth + 2)));
    }
    return items;
  }

  private Block table(TableBlock table) {
    List<List<Inline>> header = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(inlines.read(cell));
          if (part instanceof TableHead && cell instanceof TableCell one) {
            right.add(one.getAlignment() == TableCell.Alignment.RIGHT);
          }
        }
        if (part instanceof TableBody) {
          rows.add(cells);
        } else {
          header.addAll(cells);
        }
      }
    }
    return new Block.Table(header, right, rows);
  }
}
