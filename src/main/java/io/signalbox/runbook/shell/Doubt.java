package io.signalbox.runbook.shell;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts that one shell reads in another way than the next, or that change what commands mean: with
 * one of them a script is not held to only read.
 */
final class Doubt {
  /** Variables that decide which program runs, or what one reads and starts besides. */
  private static final Pattern DECIDES =
      Pattern.compile(
          "PATH|CDPATH|FPATH|SHELL|SHELLOPTS|BASHOPTS|BASH_.*|PS[0-4]|HOME|GLOBIGNORE|LD_.*"
              + "|GCONV_PATH|LOCPATH|NLSPATH|.*PAGER|EDITOR|.*_EDITOR|VISUAL|BROWSER|.*_ASKPASS"
              + "|LESS.*|MANOPT|(GREP|GETOPT|RIPGREP)_.*|POSIXLY_CORRECT|XDG_.*|(WGET|INPUT|NET)RC"
              + "|PROMPT_COMMAND|(GIT|SSH|CURL|OPENSSL|DOCKER|KUBECTL|HELM|NPM|PIP|AWS|ANSIBLE"
              + "|SYSTEMD|NODE|APT)_.*|(PYTHON|PERL|RUBY|AWK).*|KUBECONFIG|EXINIT|VIMINIT|HISTFILE");

  /** Where the shell reads a value as arithmetic, and so what is substituted in it. */
  private static final Pattern ARITHMETIC =
      Pattern.compile(
          "\\(\\(|\\$\\[|\\b(let|unset|read|getopts|mapfile|readarray)\\b|printf\\s+-v"
              + "|\\[\\[|\\b(declare|typeset|local|export|readonly)\\s+-|\\s-v\\s|\\$\\{\\w+[\\[:]");

  private Doubt() {}

  /** True for a variable whose value decides what else runs. */
  static boolean decides(String name) {
    return DECIDES.matcher(name).matches();
  }

  /** True where a word assigns such a variable. */
  static boolean assigns(String word) {
    int equals = word.indexOf('=');
    return equals > 0 && decides(word.substring(0, equals).replaceFirst("[+\\[].*", ""));
  }

  /** Why a script is in doubt as a whole. */
  static Optional<String> of(ShellScript script) {
    Optional<String> name = script.assigned().stream().filter(Doubt::decides).sorted().findFirst();
    if (name.isPresent()) {
      return Optional.of("sets " + name.get());
    }
    if (script.commands().stream().anyMatch(Doubt::names)) {
      return Optional.of("which variable is set is known only when it runs");
    }
    String text = script.text();
    if (Pattern.compile("\\$\\{?IFS").matcher(text).find()) {
      return Optional.of("IFS takes words apart in a way that is not seen here");
    }
    if (Pattern.compile("[$<>&(`{\\[]\\\\\n|<<[^\\n]*\\\\\n").matcher(text).find()) {
      return Optional.of("a line is continued within a sign");
    }
    if (Pattern.compile("\\$\\{[^}]*[\"'\\\\]").matcher(text).find()) {
      return Optional.of("quotes within ${…} are read in more than one way");
    }
    if (quotedCode(script) && ARITHMETIC.matcher(text).find()) {
      return Optional.of("what is quoted may be read as arithmetic and run");
    }
    return Optional.empty();
  }

  /** True where a variable's name is computed, or is another name of one; or a function goes. */
  private static boolean names(ShellCommand command) {
    return switch (command.program()) {
      case "declare", "typeset", "local", "readonly", "export", "read", "mapfile", "readarray" ->
          command.words().stream()
              .skip(1)
              .anyMatch(
                  word ->
                      word.text().matches("-[a-zA-Z]*[n][a-zA-Z]*")
                              && !command.program().equals("export")
                              && !command.program().equals("read")
                              && !command.program().matches("mapfile|readarray")
                          || (!word.literal()
                              && word.text().replaceFirst("(?s)=.*", "").matches("(?s).*[$`].*")
                              && word.text().contains("=")));
      case "unset" -> command.arguments().stream().anyMatch(word -> word.matches("-[a-zA-Z]*f.*"));
      default -> false;
    };
  }

  /** A substitution that is text here, and none once a value is read as an expression. */
  private static boolean quotedCode(ShellScript script) {
    String text = script.text();
    for (int i = 0; i < text.length(); i++) {
      Quoting how = script.quoting().get(i);
      boolean quoted = how == Quoting.SINGLE || how == Quoting.HERE_LITERAL;
      boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
      boolean code = text.charAt(i) == '`' || text.startsWith("$(", i);
      if (code && (quoted || escaped)) {
        return true;
      }
    }
    return false;
  }

  /** True where {@code sh} takes for commands what bash takes for a test, a sum or a quote. */
  static boolean bashAlone(String text) {
    return Pattern.compile("(^|[\\s;&|(!{])\\[\\[\\s|(?<!\\$)\\(\\(|\\$'|(^|[\\s;])function\\s")
        .matcher(text)
        .find();
  }
}
