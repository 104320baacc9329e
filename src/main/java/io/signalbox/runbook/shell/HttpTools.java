package io.signalbox.runbook.shell;

import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What curl, wget and {@code gh api} send and write, judged by their options; an option that is not
 * known here may do anything.
 */
final class HttpTools {
  /** Short options of curl(1) that stand alone, and those that take a value and only ask. */
  private static final String ALONE = "0123456#fgiIkLnNqsSvVZ";

  private static final String VALUED = "AbeEHmruUxyYzC";
  private static final String LONG_ALONE =
      "--(fail|fail-with-body|fail-early|silent|show-error|location|insecure|verbose|include|head"
          + "|compressed|http[0-9.]+|http2-prior-knowledge|tlsv1[0-9.]*|ipv[46]|globoff|path-as-is"
          + "|netrc|digest|basic|ntlm|negotiate|anyauth|no-buffer|progress-bar|no-progress-meter"
          + "|retry-connrefused|retry-all-errors|raw|tcp-nodelay|version|disable|parallel)";
  private static final String LONG_VALUED =
      "--(header|user|max-time|connect-timeout|retry|retry-delay|retry-max-time|user-agent|referer"
          + "|cookie|url|cacert|capath|cert|key|resolve|connect-to|proxy|noproxy|interface|range"
          + "|unix-socket|oauth2-bearer|limit-rate|ciphers|max-redirs|proto|proto-redir"
          + "|speed-limit|speed-time|url-query|max-filesize|cert-type|key-type|aws-sigv4)";
  private static final String WGET =
      "-q|-S|-nv|-v|-[46]|-t|-T|-U|--(spider|quiet|no-verbose|server-response|no-check-certificate"
          + "|timeout=.*|tries=.*|header=.*|user-agent=.*|connect-timeout=.*|read-timeout=.*|no-proxy"
          + "|content-on-error|max-redirect=.*|inet4-only|inet6-only|no-hsts)|-[qSv46]+|-[tTU].+";

  private HttpTools() {}

  /** How dangerous it is; empty for another program. */
  static Optional<Judgement> judge(String program, List<String> arguments) {
    return switch (program) {
      case "curl" -> Optional.of(new Curl(arguments).judge());
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

  /** One call of curl, its options read one by one. */
  private static final class Curl {
    private final List<String> arguments;
    private int at;
    private String method = "";
    private String wrong = "";
    private boolean data;
    private boolean upload;
    private boolean get;

    Curl(List<String> arguments) {
      this.arguments = arguments;
    }

    Judgement judge() {
      for (at = 0; at < arguments.size(); at++) {
        String word = arguments.get(at);
        if (word.startsWith("--")) {
          longOption(word);
        } else if (word.startsWith("-") && word.length() > 1) {
          shortOptions(word);
        } else if (word.matches("(?i)[a-z][a-z0-9+.-]*://.*") && !word.matches("(?i)https?://.*")) {
          wrong(word);
        }
      }
      Judgement sent = HttpTools.method("curl", method, upload || (data && !get));
      Judgement unsure =
          new Judgement(
              wrong.isEmpty() ? Danger.READ_ONLY : Danger.MUTATING,
              "curl may write a file or send something (" + wrong + ")");
      return sent.or(unsure);
    }

    private void wrong(String word) {
      wrong = wrong.isEmpty() ? word : wrong;
    }

    private String next() {
      at++;
      return at < arguments.size() ? arguments.get(at) : "";
    }

    private void longOption(String word) {
      if (word.equals("--request")) {
        method(next());
      } else if (word.matches("--(data(-raw|-binary|-ascii|-urlencode)?|json)")) {
        data = true;
        next();
      } else if (word.matches("--(form|form-string|upload-file)")) {
        upload = true;
        next();
      } else if (word.equals("--get")) {
        get = true;
      } else if (word.matches("--(output|dump-header|cookie-jar|stderr)")) {
        file(word, next());
      } else if (word.equals("--write-out")) {
        format(next());
      } else if (word.matches(LONG_VALUED)) {
        next();
      } else if (!word.matches(LONG_ALONE)) {
        wrong(word);
      }
    }

    private void shortOptions(String word) {
      for (int i = 1; i < word.length(); i++) {
        char letter = word.charAt(i);
        if (letter == 'G') {
          get = true;
        } else if (ALONE.indexOf(letter) < 0) {
          String rest = word.substring(i + 1);
          boolean takes = VALUED.indexOf(letter) >= 0 || "XdFToDcw".indexOf(letter) >= 0;
          String value = takes && rest.isEmpty() ? next() : rest;
          switch (letter) {
            case 'X' -> method(value);
            case 'd' -> data = true;
            case 'F', 'T' -> upload = true;
            case 'o', 'D', 'c' -> file(word, value);
            case 'w' -> format(value);
            default -> {
              if (!takes) {
                wrong(word);
              }
            }
          }
          return;
        }
      }
    }

    private void method(String value) {
      method = value.isBlank() ? "request that is not seen here" : value;
    }

    private void file(String word, String value) {
      if (!value.matches("/dev/(null|stdout|stderr)|-")) {
        wrong(word);
      }
    }

    private void format(String value) {
      if (value.startsWith("@") || value.contains("%output")) {
        wrong(value);
      }
    }
  }

  private static Judgement wget(List<String> arguments) {
    String method = "";
    boolean body = false;
    boolean out = false;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      if (word.startsWith("--method")) {
        method = word.contains("=") ? word.substring(word.indexOf('=') + 1) : next;
      } else if (word.startsWith("--post-") || word.startsWith("--body-")) {
        body = true;
      } else if (word.matches("-[qSv]*O(-|/dev/null)|--output-document=(-|/dev/null)")
          || (word.matches("-[qSv]*O|--output-document") && next.matches("-|/dev/null"))) {
        out = true;
      } else if (word.startsWith("-") && !word.equals("-") && !word.matches(WGET)) {
        return new Judgement(Danger.MUTATING, "wget may write a file (" + word + ")");
      } else {
        out |= word.equals("--spider");
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
      if (word.matches("--method|-[i]*X")) {
        method = next.isBlank() ? "request that is not seen here" : next;
      } else if (word.matches("--method=.*|-[i]*X.+")) {
        method = word.replaceFirst("--method=|-i*X=?", "");
      } else if (word.matches("-i*[fF].*|--(raw-)?field.*|--input.*")) {
        body = true;
      }
    }
    return method("gh api", method, body);
  }
}
