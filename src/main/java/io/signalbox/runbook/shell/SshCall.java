package io.signalbox.runbook.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of an {@code ssh}, as OpenSSH takes them.
 *
 * @param user who logs in, empty where it does not say
 * @param host as written
 * @param port null-free: empty where it does not say
 * @param command what runs there, empty for a session
 */
public record SshCall(String user, String host, String port, String command) {
  /** Options of ssh(1) with a value. */
  private static final String WITH_VALUE = "BbcDEeFIiJLlmOoPpQRSWw";

  /** Options that make it something else than one command on one machine. */
  private static final Set<Character> OTHER_USE =
      Set.of('L', 'R', 'D', 'W', 'O', 'Q', 'N', 'w', 'G', 'V', 's');

  /** True where the command is a bare shell that reads its script from standard input. */
  public boolean shell() {
    return command.strip().matches("(sudo )?(/bin/|/usr/bin/)?(ba|da|z|k)?sh( -s| -l| -e| -x| -)*");
  }

  /** Reads the words behind {@code ssh}; empty where it is no command on one machine. */
  public static Optional<SshCall> of(List<String> words) {
    String user = "";
    String port = "";
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-") && words.get(at).length() > 1) {
      String option = words.get(at);
      if (option.equals("--")) {
        at++;
        break;
      }
      for (int i = 1; i < option.length(); i++) {
        char letter = option.charAt(i);
        if (OTHER_USE.contains(letter)) {
          return Optional.empty();
        }
        if (WITH_VALUE.indexOf(letter) >= 0) {
          String value = option.substring(i + 1);
          if (value.isEmpty()) {
            at++;
            value = at < words.size() ? words.get(at) : "";
          }
          port = letter == 'p' ? value : port;
          user = letter == 'l' ? value : user;
          break;
        }
      }
      at++;
    }
    if (at >= words.size()) {
      return Optional.empty();
    }
    String place = words.get(at);
    if (place.startsWith("ssh://")) {
      place = place.substring("ssh://".length()).replaceFirst("/$", "");
      int colon = place.lastIndexOf(':');
      if (colon > 0) {
        port = place.substring(colon + 1);
        place = place.substring(0, colon);
      }
    }
    int sign = place.lastIndexOf('@');
    user = sign > 0 ? place.substring(0, sign) : user;
    String command = String.join(" ", words.subList(at + 1, words.size()));
    return Optional.of(new SshCall(user, place.substring(sign + 1), port, command));
  }
}
