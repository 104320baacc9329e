package io.signalbox.remote.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.remote.ByteSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.remote.ScriptRoad;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of this room in a shell of this machine, without a connection. */
class LocalScriptTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Path work;
  private ScriptCalls playbooks;

  @BeforeEach
  void makeFolders() throws IOException {
    work = Files.createDirectories(folder.resolve("work"));
    playbooks = new ScriptCalls(new Shell(), DurableScript.PLAYBOOKS);
  }

  /** This machine's shell. */
  private static final class Shell implements ScriptRoad {
    @Override
    public String address(String host) {
      return "127.0.0.1";
    }

    @Override
    public ScriptEnd send(String host, String script, ByteSink out, Duration limit)
        throws InterruptedException {
      try {
        Process shell =
            new ProcessBuilder("/bin/sh", "-c", "umask 022; exec /bin/sh -s")
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = shell.getOutputStream()) {
          in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        byte[] chunk = new byte[8192];
        try (InputStream answer = shell.getInputStream()) {
          for (int count = answer.read(chunk); count >= 0; count = answer.read(chunk)) {
            out.bytes(chunk, 0, count);
          }
        }
        return new ScriptEnd(shell.waitFor(), List.of());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private RunPlace place() {
    return new RunPlace("box", folder.resolve("signalbox").toString(), "env-shop");
  }

  /** A playbook whose program is this line of shell. */
  private PlaybookGround ground(String playbook, String program) {
    return new PlaybookGround(
        "box",
        work.toString(),
        playbook,
        "web-1,",
        List.of("sh", "-c", program),
        Map.of(),
        "",
        "",
        "",
        work.resolve("state.json").toString(),
        List.of(),
        "",
        List.of());
  }

  private PlaybookAnswer ask(String verb, PlaybookGround ground, String... more)
      throws RemoteException, InterruptedException {
    ScriptCalls.Answer answer =
        playbooks.ask(
            place(),
            new ScriptCalls.Call(verb, "-", List.of(more), ground.prelude()),
            ScriptCalls.NOTHING,
            LIMIT);
    assertThat(answer.complete()).as(answer.trouble()).isTrue();
    return PlaybookAnswer.of(answer.lines());
  }

  @Test
  void aStateFileOfOneLongLineIsReadWhole() throws Exception {
    String text = "{\"history\":\"" + "x".repeat(100_000) + "\",\"migrations\":[\"2.0\"]}";
    Files.writeString(work.resolve("state.json"), text);
    PlaybookAnswer answer = ask("after", ground("site.yml", "true"));
    assertThat(answer.part("state").orElseThrow().block()).isEqualTo(text);
  }

  @Test
  void aPlaybookOutsideTheWorkingFolderCountsToo() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Path playbook = Files.writeString(other.resolve("site.yml"), "- hosts: all\n");
    PlaybookGround ground = ground(playbook.toString(), "true");
    String before = ask("fingerprint", ground).word("playbooks").orElseThrow();
    assertThat(ask("fingerprint", ground).word("playbooks")).hasValue(before);
    Files.writeString(playbook, "- hosts: others\n");
    assertThat(ask("fingerprint", ground).word("playbooks").orElseThrow())
        .hasSize(64)
        .isNotEqualTo(before);
  }

  @Test
  void whatIsMatchedIsAskedAgainWithTheHashes() throws Exception {
    PlaybookAnswer answer = ask("fingerprint", ground("site.yml", "echo listed; exit 3"));
    assertThat(answer.part("list").orElseThrow().code()).isEqualTo(3);
    assertThat(answer.part("list").orElseThrow().block()).isEqualTo("listed");
  }

  @Test
  void aCheckRunThatIsKilledWithItsShellIsNoPreviewAndEnds() throws Exception {
    // the program ends the shell above it, which would have written down how it ended
    String killer =
        "up() { read -r s </proc/$1/stat; s=${s##*) }; set -- $s; echo $2; };"
            + " one=$(up $$); kill -9 $(up $one) $one";
    ScriptCalls.Answer answer =
        playbooks.ask(
            place(),
            new ScriptCalls.Call(
                "preview",
                "-",
                List.of("abc", "{}"),
                ground("site.yml", killer).prelude()
                    + new RunKit("", Map.of(), Map.of("x", "y")).supply()),
            ScriptCalls.NOTHING,
            LIMIT);
    assertThat(answer.words("refused").orElse("")).contains("ended from outside");
    assertThat(folder.resolve("signalbox/previews")).isEmptyDirectory();
  }

  @Test
  void aRunHasTheUmaskOfTheLoginAndItsLogIsPrivate() throws Exception {
    ScriptCalls runs = new ScriptCalls(new Shell());
    RunMeta meta =
        new RunMeta(
            "R1",
            "shop",
            "box",
            "ana",
            "desk",
            "run",
            "why",
            List.of("sh", "-c", "umask"),
            List.of(),
            "hash",
            "2026-01-05T08:00:00Z",
            "head",
            1);
    StartAnswer started =
        new RunLauncher(runs, Waiting.real()).start(place(), new RunOrder(meta, LIMIT), "umask");
    assertThat(started).isInstanceOf(StartAnswer.Running.class);
    ScriptCalls.Answer end =
        runs.ask(place(), "follow", "R1", List.of("0", "30"), ScriptCalls.NOTHING, LIMIT);
    assertThat(end.words("run").orElse("")).startsWith("R1 finished 0 0");
    Path run = folder.resolve("signalbox/runs/R1");
    assertThat(Files.readString(run.resolve("log")).strip()).isEqualTo("0022");
    assertThat(Files.readString(run.resolve("verify.log")).strip()).isEqualTo("0022");
    assertThat(Files.getPosixFilePermissions(run.resolve("log"))).hasSize(2);
  }
}
