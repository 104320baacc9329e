package io.signalbox.runbook;

import java.util.List;
import java.util.Optional;

/**
 * A runbook, read. Immutable, safe on every thread.
 *
 * @param path from the folder it was found in, with slashes; its name for links and lists
 * @param title from its front matter, else its first heading, else its file's name
 * @param outline its headings in order
 * @param blocks all of it in reading order
 * @param steps its fenced blocks in order; those within lists and quotes stand in {@code blocks}
 *     where they are written, too
 * @param problems what its author should mend, by line
 */
public record Runbook(
    String path,
    String title,
    FrontMatter frontMatter,
    List<Heading> outline,
    List<Block> blocks,
    List<Step> steps,
    List<Problem> problems) {
  /** Largest file that is read, in bytes. */
  public static final int LARGEST = 1 << 20;

  /** How deep lists and quotes may be nested. */
  public static final int DEEPEST = 100;

  /** Copies the lists. */
  public Runbook {
    outline = List.copyOf(outline);
    blocks = List.copyOf(blocks);
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** The step with this number. */
  public Optional<Step> step(int number) {
    return number >= 1 && number <= steps.size()
        ? Optional.of(steps.get(number - 1))
        : Optional.empty();
  }

  /** The first step that looks and changes nothing; empty where there is none. */
  public Optional<Step> firstDiagnostic() {
    return steps.stream()
        .filter(step -> step.runnable() && step.danger() == Danger.READ_ONLY)
        .findFirst();
  }

  /** A file of which nothing could be read but why. */
  static Runbook unread(String path, String why) {
    return new Runbook(
        path,
        Titles.ofFile(path),
        FrontMatter.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(new Problem(1, why)));
  }
}
