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
    Files.createDirectories(folder.resolve("home/deploy"));
    playbooks = new ScriptCalls(new Shell(), DurableScript.PLAYBOOKS);
  }

  /** This machine's shell, with a home folder of the test's own. */
  private final class Shell implements ScriptRoad {
    @Override
    public String address(String host) {
      return "127.0.0.1";
    }

    @Override
    public ScriptEnd send(String host, String script, ByteSink out, Duration limit)
        throws InterruptedException {
      try {
        ProcessBuilder builder =
            new ProcessBuilder("/bin/sh", "-c", "umask 022; exec /bin/sh -s")
                .redirectErrorStream(true);
        builder.environment().put("HOME", folder.resolve("home").toString());
        Process shell = builder.start();
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
    return ground(work.toString(), playbook, program, Map.of(), "");
  }

  private PlaybookGround ground(
      String directory,
      String playbook,
      String program,
      Map<String, String> environment,
      String artifact) {
    return new PlaybookGround(
        "box",
        directory,
        playbook,
        "web-1,",
        List.of("sh", "-c", program),
        "",
        List.of("sh", "-c", program),
        environment,
        artifact,
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
  void theVariablesBesideAnInventoryCountToo() throws Exception {
    Path apart = Files.createDirectories(folder.resolve("inventories/prod/group_vars"));
    Path inventory = Files.writeString(apart.resolveSibling("hosts.ini"), "web-1\n");
    Path all = Files.writeString(apart.resolve("all.yml"), "port: 80\n");
    PlaybookGround ground = ground(inventory.toString(), List.of());
    String before = word(ask("fingerprint", ground), "inventoried");
    assertThat(word(ask("fingerprint", ground), "inventoried")).isEqualTo(before);
    Files.writeString(all, "port: 81\n");
    assertThat(word(ask("fingerprint", ground), "inventoried")).hasSize(64).isNotEqualTo(before);
  }

  @Test
  void marksAreToldWithTheHashes() throws Exception {
    Path mark = work.resolve("deployment.lock");
    PlaybookGround ground = ground("web-1,", List.of(mark.toString()));
    assertThat(ask("fingerprint", ground).all("mark")).isEmpty();
    Files.writeString(mark, "run 7");
    assertThat(ask("fingerprint", ground).part("mark").orElseThrow().block()).isEqualTo("run 7");
  }

  private PlaybookGround ground(String inventory, List<String> marks) {
    PlaybookGround plain = ground("site.yml", "true");
    return new PlaybookGround(
        plain.host(),
        plain.directory(),
        plain.playbook(),
        inventory,
        plain.argv(),
        "",
        plain.listing(),
        Map.of(),
        "",
        "",
        "",
        "",
        marks,
        "",
        List.of());
  }

  private static String word(PlaybookAnswer answer, String kind) {
    return answer.word(kind).orElseThrow();
  }

  @Test
  void settingsRolesApartAndTheArtifactAreHashedEachByItself() throws Exception {
    Path config = Files.createDirectories(folder.resolve("config")).resolve("team.cfg");
    Files.writeString(config, "[defaults]\nroles_path = ~/roles:apart ; both\n");
    Path role = Files.createDirectories(folder.resolve("config/apart/app")).resolve("main.yml");
    Files.writeString(role, "- debug:\n");
    Path artifact = Files.writeString(folder.resolve("shop-1.tar.gz"), "x");
    PlaybookGround ground =
        ground(
            work.toString(),
            "site.yml",
            "true",
            Map.of("ANSIBLE_CONFIG", config.toString()),
            artifact.toString());
    PlaybookAnswer first = ask("fingerprint", ground);
    assertThat(word(first, "config")).hasSize(64);
    Files.writeString(role, "- fail:\n");
    Files.writeString(artifact, "y");
    PlaybookAnswer second = ask("fingerprint", ground);
    assertThat(word(second, "roles")).hasSize(64).isNotEqualTo(word(first, "roles"));
    assertThat(word(second, "artifactsum")).isNotEqualTo(word(first, "artifactsum"));
    assertThat(word(second, "config")).isEqualTo(word(first, "config"));
    assertThat(word(second, "playbooks")).isEqualTo(word(first, "playbooks"));
    Files.createDirectories(folder.resolve("home/roles"));
    Files.writeString(folder.resolve("home/roles/new.yml"), "x");
    PlaybookAnswer third = ask("fingerprint", ground);
    assertThat(word(third, "roles")).isNotEqualTo(word(second, "roles"));
    Files.writeString(config, "[defaults]\nroles_path = ~/roles:apart\nforks = 1\n");
    assertThat(word(ask("fingerprint", ground), "config")).isNotEqualTo(word(third, "config"));
  }

  @Test
  void aWholeHomeFolderIsNoPlaybooksFolder() throws Exception {
    Path home = folder.resolve("home");
    Files.writeString(home.resolve("site.yml"), "- hosts: all\n");
    PlaybookGround bare = ground("", "site.yml", "true", Map.of(), "");
    for (String verb : List.of("look", "fingerprint")) {
      assertThat(ask(verb, bare).word("refused").orElse(""))
          .contains("site.yml lies in", "rollback.directory");
    }
    Files.writeString(home.resolve("deploy/site.yml"), "- hosts: all\n");
    PlaybookGround own = ground("", "deploy/site.yml", "true", Map.of(), "");
    String before = word(ask("fingerprint", own), "playbooks");
    Files.writeString(home.resolve("letters.txt"), "no part of it");
    assertThat(word(ask("fingerprint", own), "playbooks")).isEqualTo(before);
    Files.writeString(home.resolve("deploy/site.yml"), "- hosts: others\n");
    assertThat(word(ask("fingerprint", own), "playbooks")).isNotEqualTo(before);
  }

  @Test
  void theInputOfARunIsInItsFolderAloneAndForItsUserAlone() throws Exception {
    RunMeta meta =
        meta("R2", List.of("sh", "-c", "cat /dev/fd/3; tr '\\0' ' ' </proc/$PPID/cmdline"));
    RunKit kit = new RunKit(work.toString(), Map.of(), Map.of(), "{\"why\":\"it's ours\"}");
    StartAnswer started =
        new RunLauncher(new ScriptCalls(new Shell()), Waiting.real())
            .start(place(), new RunOrder(meta, LIMIT, kit), "");
    assertThat(started).isInstanceOf(StartAnswer.Running.class);
    ScriptCalls.Answer _ =
        new ScriptCalls(new Shell())
            .ask(place(), "follow", "R2", List.of("0", "30"), ScriptCalls.NOTHING, LIMIT);
    Path run = folder.resolve("signalbox/runs/R2");
    assertThat(run.resolve("log")).content().contains("R2").containsOnlyOnce("it's ours");
    assertThat(Files.getPosixFilePermissions(run.resolve(RunKit.INPUT_FILE))).hasSize(2);
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

  private static RunMeta meta(String id, List<String> argv) {
    return new RunMeta(
        id,
        "shop",
        "box",
        "ana",
        "desk",
        "run",
        "why",
        argv,
        List.of(),
        "hash",
        "2026-01-05T08:00:00Z",
        "head",
        1);
  }

  @Test
  void aRunHasTheUmaskOfTheLoginAndItsLogIsPrivate() throws Exception {
    ScriptCalls runs = new ScriptCalls(new Shell());
    RunMeta meta = meta("R1", List.of("sh", "-c", "umask"));
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
