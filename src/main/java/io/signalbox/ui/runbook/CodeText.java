package io.signalbox.ui.runbook;

import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Code in pieces that look alike: comments, words that begin a command, texts, gaps. Pure. */
final class CodeText {
  private static final Set<String> SHELL =
      Set.of("bash", "sh", "shell", "zsh", "console", "shell-session", "dash", "posix", "ksh");
  private static final Set<String> HASHED =
      Set.of("yaml", "yml", "promql", "logql", "http", "toml");
  private static final Set<String> OPENERS =
      Set.of("sudo", "then", "do", "else", "if", "while", "until", "!", "env", "time", "exec");

  private final String line;
  private final boolean shell;
  private final boolean hashed;
  private final List<Placeholder> gaps;
  private final String signs;
  private final List<Bit> bits = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();

  /** What a piece is. */
  enum Kind {
    PLAIN,
    COMMENT,
    COMMAND,
    TEXT,
    GAP
  }

  /**
   * A piece of a line.
   *
   * @param name of the gap, empty for what is none
   */
  record Bit(Kind kind, String text, String name) {}

  private CodeText(String line, String language, List<Placeholder> gaps, String signs) {
    this.signs = signs;
    this.line = line;
    this.shell = SHELL.contains(language);
    this.hashed = shell || HASHED.contains(language);
    this.gaps = gaps;
  }

  /** Each line of a step's text. */
  static List<List<Bit>> of(Step step) {
    return of(step.text(), step.language(), step.placeholders());
  }

  /** Each line of a text. */
  static List<List<Bit>> of(String text, String language, List<Placeholder> gaps) {
    List<Placeholder> longest =
        gaps.stream().sorted(Comparator.comparingInt(gap -> -gap.written().length())).toList();
    String lower = language.toLowerCase(Locale.ROOT);
    String signs =
        gaps.stream()
            .map(gap -> gap.written().substring(0, 1))
            .distinct()
            .collect(Collectors.joining());
    return text.lines().map(line -> new CodeText(line, lower, longest, signs).read()).toList();
  }

  private List<Bit> read() {
    boolean command = shell;
    int at = 0;
    while (at < line.length()) {
      Optional<Placeholder> gap = gapAt(at);
      char here = line.charAt(at);
      if (gap.isPresent()) {
        end(Kind.PLAIN);
        bits.add(new Bit(Kind.GAP, gap.get().written(), gap.get().name()));
        at += gap.get().written().length();
        command = false;
      } else if (hashed
          && here == '#'
          && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))) {
        end(Kind.PLAIN);
        bits.add(new Bit(Kind.COMMENT, line.substring(at), ""));
        at = line.length();
      } else if (here == '\'' || here == '"') {
        end(Kind.PLAIN);
        at = quoted(at);
        command = false;
      } else if (command && (Character.isLetterOrDigit(here) || "./~".indexOf(here) >= 0)) {
        end(Kind.PLAIN);
        int to = word(at);
        String word = line.substring(at, to);
        boolean assigns = word.contains("=");
        plain.append(word);
        end(assigns ? Kind.PLAIN : Kind.COMMAND);
        command = assigns || OPENERS.contains(word);
        at = to;
      } else {
        command = shell && ("|;&(`".indexOf(here) >= 0 || (command && "$ \t".indexOf(here) >= 0));
        plain.append(here);
        at++;
      }
    }
    end(Kind.PLAIN);
    return List.copyOf(bits);
  }

  private int word(int from) {
    int to = from;
    while (to < line.length()
        && (Character.isLetterOrDigit(line.charAt(to))
            || "._-/~=+@:%".indexOf(line.charAt(to)) >= 0)
        && gapAt(to).isEmpty()) {
      to++;
    }
    return Math.max(to, from + 1);
  }

  /** Up to the closing quote or the end of the line; gaps in it stay gaps. */
  private int quoted(int from) {
    char sign = line.charAt(from);
    plain.append(sign);
    int at = from + 1;
    while (at < line.length()) {
      Optional<Placeholder> gap = gapAt(at);
      if (gap.isPresent()) {
        end(Kind.TEXT);
        bits.add(new Bit(Kind.GAP, gap.get().written(), gap.get().name()));
        at += gap.get().written().length();
        continue;
      }
      char here = line.charAt(at++);
      plain.append(here);
      if (here == sign) {
        break;
      }
    }
    end(Kind.TEXT);
    return at;
  }

  private Optional<Placeholder> gapAt(int at) {
    char here = line.charAt(at);
    if (signs.indexOf(here) < 0) {
      return Optional.empty();
    }
    return gaps.stream().filter(gap -> line.startsWith(gap.written(), at)).findFirst();
  }

  private void end(Kind kind) {
    if (!plain.isEmpty()) {
      bits.add(new Bit(kind, plain.toString(), ""));
      plain.setLength(0);
    }
  }
}
