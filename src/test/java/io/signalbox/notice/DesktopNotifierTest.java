package io.signalbox.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desktop's programs are called with, and every way they can fail: by stand-ins. */
class DesktopNotifierTest {
  private static final Notice HOSTILE =
      new Notice(
          "PRODUCTION: --help\u001b[31m\nred",
          "`id` $(id) <b>x</b> &amp; \\n\\x41; \" & display dialog \"x");

  @TempDir Path folder;

  private Notifier notifier(String system, String program, String script) throws Exception {
    Path file = Files.writeString(folder.resolve(program), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return DesktopNotifier.of(
        system,
        Map.of("PATH", folder + ":/usr/bin:/bin", "OUT", folder.resolve("out").toString()),
        Runnable::run,
        Duration.ofMillis(500));
  }

  private static String shown(Notifier notifier) throws Exception {
    CompletableFuture<String> after = new CompletableFuture<>();
    notifier.show(HOSTILE, after::complete);
    return after.get(30, TimeUnit.SECONDS);
  }

  private List<String> arguments() throws Exception {
    return Files.readAllLines(folder.resolve("out"));
  }

  @Test
  void textIsInertAndBehindTheEndOfTheOptions() throws Exception {
    Notifier desktop = notifier("Linux", "notify-send", "printf '%s\\n' \"$@\" >\"$OUT\"\n");
    assertThat(shown(desktop)).isEmpty();
    assertThat(arguments())
        .startsWith("--app-name=Signalbox", "--urgency=critical", "--icon=signalbox")
        .contains("--hint=string:sound-name:dialog-warning");
    List<String> texts = arguments().subList(arguments().indexOf("--") + 1, arguments().size());
    assertThat(texts).hasSize(2);
    assertThat(texts.getFirst()).startsWith("PRODUCTION: --help").doesNotContain("\u001b");
    assertThat(texts.getLast())
        .startsWith("`id` $(id) ‹b›x‹/b› ＆amp; ＼n＼x41;")
        .doesNotContain("<")
        .doesNotContain("\\");
  }

  @Test
  void onMacosTextIsNoPartOfTheScript() throws Exception {
    Notifier desktop = notifier("Mac OS X", "osascript", "printf '%s\\n' \"$@\" >\"$OUT\"\n");
    assertThat(shown(desktop)).isEmpty();
    int end = arguments().indexOf("--");
    assertThat(arguments().subList(0, end))
        .startsWith("-e", "on run argv")
        .noneMatch(one -> one.contains("PRODUCTION") || one.contains("dialog"));
    assertThat(arguments().subList(end + 1, arguments().size())).hasSize(2);
  }

  @Test
  void aProgramThatHangsIsGivenUpAndOneThatFailsSaysWhy() throws Exception {
    Notifier hangs = notifier("Linux", "notify-send", "sleep 60\n");
    assertThat(shown(hangs)).isEqualTo("notify-send did not end within 0 s");
    Notifier fails = notifier("Linux", "notify-send", "echo 'no \033[1mbus' >&2; exit 1\n");
    assertThat(shown(fails)).startsWith("notify-send ended with 1: no").doesNotContain("\u001b");
  }

  @Test
  void aSystemWithoutAProgramSaysSoAndWhatHelps() throws Exception {
    Notifier none = DesktopNotifier.of("Linux", Map.of("PATH", folder.toString()), Runnable::run);
    assertThat(none.whyNot()).contains("notify-send is not installed").contains("libnotify-bin");
    assertThat(shown(none)).isEqualTo(none.whyNot());
    assertThat(DesktopNotifier.of("Windows 11", Map.of(), Runnable::run).whyNot())
        .contains("no notices on this system");
    assertThat(Notifier.NONE.whyNot()).isEmpty();
  }
}
