package io.signalbox.app;

import java.util.Optional;

/** Arguments that name no verb and are right as they stand: then the window need not wait. */
record DesktopArguments(String profile, boolean firstFrame) {
  /** Empty for anything else; the whole command line then says what is wrong, or runs the verb. */
  static Optional<DesktopArguments> of(String[] arguments) {
    String profile = "";
    boolean firstFrame = false;
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.equals("--first-frame")) {
        firstFrame = true;
      } else if (argument.startsWith("--profile=") && profile.isEmpty()) {
        profile = argument.substring("--profile=".length());
      } else if (argument.equals("--profile") && profile.isEmpty() && i + 1 < arguments.length) {
        profile = arguments[++i];
      } else {
        return Optional.empty();
      }
    }
    return profile.startsWith("-")
        ? Optional.empty()
        : Optional.of(new DesktopArguments(profile, firstFrame));
  }
}
