package io.signalbox.ui.runbook;

import io.signalbox.runbook.Block;
import io.signalbox.runbook.Inline;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A runbook's blocks in one line of pieces: lists and quotes opened, long ones cut. Pure. */
final class Pieces {
  private static final int ROWS = 40;
  private static final int CHARACTERS = 3000;

  private final List<Piece> out = new ArrayList<>();

  private Pieces() {}

  private record Place(int level, int quotes) {}

  static List<Piece> of(Runbook runbook) {
    Pieces pieces = new Pieces();
    List<Block> blocks = runbook.blocks();
    // the title stands above the text already
    boolean titled =
        !blocks.isEmpty()
            && blocks.getFirst() instanceof Block.Title title
            && title.heading().text().equals(runbook.title());
    pieces.walk(titled ? blocks.subList(1, blocks.size()) : blocks, new Place(0, 0), 12);
    return List.copyOf(pieces.out);
  }

  private void walk(List<Block> blocks, Place place, double gap) {
    @Nullable Step above = null;
    for (Block block : blocks) {
      Step before = above;
      above = block instanceof Block.Fence(var step) ? step : above;
      if (before != null && block instanceof Block.Paragraph note && beside(before, note)) {
        continue;
      }
      switch (block) {
        case Block.Items list -> items(list, place);
        case Block.Quote quote ->
            walk(quote.blocks(), new Place(place.level(), place.quotes() + 1), 12);
        case Block.Table table -> table(table, place);
        case Block.Paragraph text -> paragraph(text, place, gap);
        case Block.Title title -> add(title, place, "", above(title.heading().level()));
        case Block.Fence fence -> add(fence, place, "", 16);
        case Block.Rule rule -> add(rule, place, "", 24);
        case Block.Code _, Block.Html _ -> add(block, place, "", 12);
      }
    }
  }

  /** What its card says already, expected output or undo, is not said twice. */
  private static boolean beside(Step step, Block.Paragraph note) {
    String words = Inline.plain(note.text()).strip();
    return says(words, step.expected()) || says(words, step.undo());
  }

  private static boolean says(String words, String note) {
    String bare = note.strip();
    return !bare.isEmpty() && words.endsWith(bare) && words.length() - bare.length() <= 24;
  }

  private static double above(int level) {
    return level <= 2 ? 32 : 24;
  }

  private void items(Block.Items list, Place place) {
    Integer number = list.start();
    Place inside = new Place(place.level() + 1, place.quotes());
    for (int i = 0; i < list.items().size(); i++) {
      Block.Item item = list.items().get(i);
      int first = out.size();
      walk(item.blocks(), inside, i == 0 && place.level() == 0 ? 8 : 4);
      if (out.size() == first) {
        add(new Block.Paragraph(List.of()), inside, "", 4);
      }
      Piece head = out.get(first);
      String marker = marker(item.checked(), number == null ? null : number + i);
      if (head.block() instanceof Block.Paragraph && head.level() == inside.level()) {
        out.set(first, with(head, marker));
      } else {
        out.add(
            first,
            new Piece(
                new Block.Paragraph(List.of()),
                inside.level(),
                inside.quotes(),
                marker,
                4,
                List.of()));
      }
    }
  }

  private static String marker(@Nullable Boolean checked, @Nullable Integer number) {
    if (checked != null) {
      return checked ? "☑" : "☐";
    }
    return number == null ? "•" : number + ".";
  }

  private static Piece with(Piece piece, String marker) {
    return new Piece(
        piece.block(), piece.level(), piece.quotes(), marker, piece.gap(), piece.columns());
  }

  private void table(Block.Table table, Place place) {
    List<Double> columns = columns(table);
    List<List<List<Inline>>> rows = table.rows();
    for (int from = 0; from == 0 || from < rows.size(); from += ROWS) {
      List<List<List<Inline>>> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
      List<List<Inline>> header = from == 0 ? table.header() : List.of();
      out.add(
          new Piece(
              new Block.Table(header, table.right(), some),
              place.level(),
              place.quotes(),
              "",
              from == 0 ? 12 : 0,
              columns));
    }
  }

  /** Wide columns get more, but not all of it: the root of their longest text. */
  private static List<Double> columns(Block.Table table) {
    List<Double> shares = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      int at = column;
      int longest =
          table.rows().stream()
              .filter(row -> at < row.size())
              .mapToInt(row -> length(row.get(at)))
              .max()
              .orElse(0);
      int most = Math.max(longest, length(table.header().get(column)));
      shares.add(Math.sqrt(Math.clamp(most, 6, 120)));
    }
    double all = shares.stream().mapToDouble(Double::doubleValue).sum();
    return shares.stream().map(share -> share / all).toList();
  }

  private void paragraph(Block.Paragraph text, Place place, double gap) {
    if (length(text.text()) <= 2 * CHARACTERS) {
      add(text, place, "", gap);
      return;
    }
    double above = gap;
    for (List<Inline> part : cut(text.text())) {
      add(new Block.Paragraph(part), place, "", above);
      above = 0;
    }
  }

  private static List<List<Inline>> cut(List<Inline> text) {
    List<List<Inline>> parts = new ArrayList<>();
    List<Inline> part = new ArrayList<>();
    int length = 0;
    for (Inline one : text) {
      for (Inline bit : bits(one)) {
        part.add(bit);
        length += length(List.of(bit));
        if (length > CHARACTERS / 2) {
          parts.add(part);
          part = new ArrayList<>();
          length = 0;
        }
      }
    }
    parts.add(part);
    return parts;
  }

  private static List<Inline> bits(Inline one) {
    if (!(one instanceof Inline.Text(String text)) || text.length() <= CHARACTERS) {
      return List.of(one);
    }
    List<Inline> bits = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + CHARACTERS);
      int space = text.lastIndexOf(' ', to);
      int end = to < text.length() && space > from ? space + 1 : to;
      bits.add(new Inline.Text(text.substring(from, end)));
      from = end;
    }
    return bits;
  }

  static int length(List<Inline> text) {
    return Inline.plain(text).length();
  }

  private void add(Block block, Place place, String marker, double gap) {
    out.add(new Piece(block, place.level(), place.quotes(), marker, gap, List.of()));
  }

  /** The piece with this step, -1 for none. */
  static int ofStep(List<Piece> pieces, int number) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).block() instanceof Block.Fence(var step) && step.number() == number) {
        return i;
      }
    }
    return -1;
  }

  /** The last heading or step at or above a line of the file; the beginning where there is none. */
  static int ofLine(List<Piece> pieces, int line) {
    int found = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int at =
          switch (pieces.get(i).block()) {
            case Block.Title title -> title.heading().line();
            case Block.Fence fence -> fence.step().line();
            default -> 0;
          };
      if (at > 0 && at <= line) {
        found = i;
      }
    }
    return found;
  }

  /** The heading that an anchor names, exactly or by its letters and digits; -1 for none. */
  static int ofAnchor(List<Piece> pieces, String anchor) {
    int loosely = -1;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).block() instanceof Block.Title title) {
        if (title.heading().anchor().equals(anchor)) {
          return i;
        }
        if (loosely < 0 && bare(title.heading().anchor()).equals(bare(anchor))) {
          loosely = i;
        }
      }
    }
    return loosely;
  }

  private static String bare(String anchor) {
    return anchor.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
