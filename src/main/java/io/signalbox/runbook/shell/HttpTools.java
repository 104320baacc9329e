package io.signalbox.runbook.shell;

import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What curl, wget and {@code gh api} send, judged by their options. */
final class HttpTools {
  private static final Set<String> BODY =
      Set.of(
          "-d",
          "--data",
          "--data-raw",
          "--data-binary",
          "--data-ascii",
          "--data-urlencode",
          "--json",
          "-F",
          "--form",
          "--form-string",
          "-T",
          "--upload-file");
  private static final Set<String> FILES =
      Set.of(
          "-o",
          "--output",
          "-O",
          "--remote-name",
          "-D",
          "--dump-header",
          "-c",
          "--cookie-jar",
          "-K",
          "--config",
          "--output-dir",
          "--trace",
          "--trace-ascii",
          "--create-dirs",
          "--remote-name-all",
          "-J",
          "--stderr",
          "--etag-save",
          "--hsts",
          "--alt-svc");

  private HttpTools() {}

  /** How dangerous it is; empty for another program. */
  static Optional<Judgement> judge(String program, List<String> arguments) {
    return switch (program) {
      case "curl" -> Optional.of(curl(arguments));
      case "wget" -> Optional.of(wget(arguments));
      case "gh" ->
          arguments.isEmpty() || !arguments.getFirst().equals("api")
              ? Optional.empty()
              : Optional.of(api(arguments));
      default -> Optional.empty();
    };
  }

  private static Judgement method(String tool, String method, boolean body) {
    return switch (method.toUpperCase(Locale.ROOT)) {
      case "", "GET", "HEAD", "OPTIONS" ->
          body && method.isEmpty()
              ? new Judgement(Danger.MUTATING, tool + " sends a body")
              : new Judgement(Danger.READ_ONLY, tool + " only asks");
      case "DELETE" -> new Judgement(Danger.DESTRUCTIVE, tool + " sends a DELETE");
      default -> new Judgement(Danger.MUTATING, tool + " sends a " + method);
    };
  }

  private static Judgement curl(List<String> arguments) {
    String method = "";
    boolean body = false;
    boolean get = false;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      String option = word.startsWith("--") ? word.replaceFirst("=.*", "") : word;
      if (option.equals("--request") || word.equals("-X")) {
        method = word.contains("=") ? word.substring(word.indexOf('=') + 1) : next;
      } else if (word.startsWith("-X")) {
        method = word.substring(2);
      } else if (BODY.contains(option) || word.matches("-[a-zA-Z]*[dFT].*")) {
        body = true;
      } else if (FILES.contains(option) || writesFile(word)) {
        String file = word.matches("-[a-zA-Z]*o.+") && !word.endsWith("o") ? "" : next;
        if (!file.equals("/dev/null") && !file.equals("-")) {
          return new Judgement(Danger.MUTATING, "curl writes a file (" + word + ")");
        }
      } else if (option.equals("--get") || word.matches("-[a-zA-Z]*G")) {
        get = true;
      }
    }
    return method("curl", method, body && !get);
  }

  /** Short options in one word, e.g. {@code -fsSLO}. */
  private static boolean writesFile(String word) {
    return word.matches("-[a-zA-Z#]*[oOJDcK]") && !word.startsWith("--");
  }

  private static Judgement wget(List<String> arguments) {
    String method = "";
    boolean body = false;
    boolean out = false;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      if (word.startsWith("--method=")) {
        method = word.substring("--method=".length());
      } else if (word.startsWith("--post-") || word.startsWith("--body-")) {
        body = true;
      } else if (word.equals("--spider")
          || word.matches("-[a-zA-Z]*O(-|/dev/null)")
          || (word.matches("-[a-zA-Z]*O|--output-document") && next.matches("-|/dev/null"))
          || word.matches("--output-document=(-|/dev/null)")) {
        out = true;
      }
    }
    Judgement judged = method("wget", method, body);
    return out || judged.danger() != Danger.READ_ONLY
        ? judged
        : new Judgement(Danger.MUTATING, "wget writes a file");
  }

  private static Judgement api(List<String> arguments) {
    String method = "";
    boolean body = false;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      if (word.equals("--method") || word.equals("-X")) {
        method = next;
      } else if (word.startsWith("--method=") || word.startsWith("-X")) {
        method = word.replaceFirst("--method=|-X", "");
      } else if (word.matches("-[fF].*|--(raw-)?field.*|--input.*")) {
        body = true;
      }
    }
    return method("gh api", method, body);
  }
}
