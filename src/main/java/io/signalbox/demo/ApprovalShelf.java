package io.signalbox.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of requests for approval on the demo's control host. */
final class ApprovalShelf {
  private static final Pattern FILE = Pattern.compile("(?m)^file=\"\\$dir/([0-9A-Za-z.]+)\"$");
  private static final Pattern CONTENT =
      Pattern.compile("printf %s '([0-9A-Za-z+/=]*)' \\| base64 -d");
  private static final int THERE_ALREADY = 17;
  private static final int NOT_THERE = 44;
  private static final int NOT_SIMULATED = 127;

  private ApprovalShelf() {}

  /** Creates or reads a file, as the console's script says. */
  static int answer(ControlState state, String script, DemoCommand command) throws IOException {
    Matcher file = FILE.matcher(script);
    if (!file.find()) {
      return NOT_SIMULATED;
    }
    Matcher content = CONTENT.matcher(script);
    if (content.find()) {
      byte[] bytes = Base64.getDecoder().decode(content.group(1));
      return state.create(file.group(1), new String(bytes, StandardCharsets.UTF_8))
          ? 0
          : THERE_ALREADY;
    }
    Optional<String> kept = state.file(file.group(1));
    if (kept.isEmpty()) {
      return NOT_THERE;
    }
    command.print(kept.get());
    return 0;
  }
}
