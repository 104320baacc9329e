package io.signalbox.notice;

import io.signalbox.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of a desktop that shows a notice, and its argument vector. Text is an argument of its
 * own behind {@code --}, never a part of a script or an option.
 *
 * @param program its name on the path
 * @param lacking what to do where it is not there
 */
record NoticeCommand(String program, String lacking, List<String> options) {
  private static final int LONGEST = 300;

  /** Reads title and text as arguments: an AppleScript handler's {@code argv}. */
  private static final List<String> SCRIPT =
      List.of(
          "-e",
          "on run argv",
          "-e",
          "display notification (item 2 of argv) with title (item 1 of argv) sound name \"Sosumi\"",
          "-e",
          "end run",
          "--");

  /**
   * The freedesktop way (Desktop Notifications Specification 1.2): critical stays until it is seen,
   * and the sound is the server's, by its name in the Sound Naming Specification.
   */
  static final NoticeCommand FREEDESKTOP =
      new NoticeCommand(
          "notify-send",
          "notify-send is not installed (Debian: libnotify-bin)",
          List.of(
              "--app-name=Signalbox",
              "--urgency=critical",
              "--icon=signalbox",
              "--hint=string:desktop-entry:signalbox",
              "--hint=string:sound-name:dialog-warning",
              "--"));

  /** The way of macOS. */
  static final NoticeCommand MACOS =
      new NoticeCommand("osascript", "osascript is not on the path", SCRIPT);

  NoticeCommand {
    options = List.copyOf(options);
  }

  /** The whole vector. */
  List<String> argv(Path at, Notice notice) {
    List<String> argv = new ArrayList<>(List.of(at.toString()));
    argv.addAll(options);
    argv.add(inert(notice.title()));
    argv.add(inert(notice.text()));
    return argv;
  }

  /**
   * One line without control sequences. A server may read markup in a text, and notify-send reads
   * backslashes: signs that look alike mean nothing to either.
   */
  static String inert(String text) {
    String line = SafeText.line(text);
    String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    return cut.replace('<', '‹').replace('>', '›').replace('&', '＆').replace('\\', '＼');
  }
}
