package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalNote;
import io.signalbox.journal.JournalReader;
import io.signalbox.journal.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two consoles of one operator on one machine, each with a home of its own, on a real sshd. */
class TwoConsolesTest {
  private static final String TOKEN = "Sup3rS3cretBearerValue";

  @TempDir Path folder;
  private KillRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new KillRig(folder, false);
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    String text = Files.readString(rig.profile());
    Files.writeString(
        rig.profile(),
        text.replace(
            "\"http://127.0.0.1:1\"",
            "\"http://127.0.0.1:1\", auth: { bearer: { file: \"" + token + "\" } }"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private JsonNode run(String console, List<String> options, String... argv) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "--profile", rig.profile().toString()));
    words.addAll(List.of("--host", "box-a", "--json", "--confirm", "shop/box-a"));
    words.addAll(List.of("--reason", "test"));
    words.addAll(options);
    words.add("--");
    words.addAll(List.of(argv));
    return json(rig.verb(console, words.toArray(String[]::new)));
  }

  private static JsonNode json(Run run) {
    return JsonMapper.builder().build().readTree(run.out());
  }

  private Path state(String console) {
    return rig.home(console).resolve(".local/state/signalbox");
  }

  private Run verify(Path journal) throws Exception {
    return rig.verb(
        "ana", "journal", "verify", journal.toString(), "--profile", rig.profile().toString());
  }

  /** A copy without head file and without its last {@code lines} lines. */
  private Path cut(String console, int lines) throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (Stream<Path> files = Files.list(state(console))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
        List<String> all = Files.readAllLines(file);
        Files.write(copy.resolve(file.getFileName()), all.subList(0, all.size() - lines));
      }
    }
    return copy;
  }

  @Test
  void F26_neitherJournalMissesWhatTheOtherOneHolds() throws Exception {
    for (String console : List.of("ana", "ben", "ana", "ben")) {
      assertThat(run(console, List.of(), "true").get("verdict").asString())
          .isEqualTo("SUCCEEDED_UNVERIFIED");
    }
    Run ana = verify(state("ana"));
    assertThat(ana.code()).as(ana.out() + ana.err()).isZero();
    assertThat(ana.err())
        .contains("compared with 2 remote heads")
        .contains("not with 2 of another");
    assertThat(verify(state("ben")).code()).isZero();

    Run copy = verify(cut("ana", 8));
    assertThat(copy.code()).as(copy.out()).isEqualTo(1);
    assertThat(copy.out()).contains("that is missing here");
  }

  @Test
  void F26_aJournalBegunAnewInItsPlaceMissesWhatWasThere() throws Exception {
    run("ana", List.of(), "true");
    Files.move(state("ana"), folder.resolve("away"));
    run("ana", List.of(), "true");
    Run verified = verify(state("ana"));
    assertThat(verified.code()).as(verified.out() + verified.err()).isEqualTo(1);
  }

  @Test
  void F35_whoAttachesSeesNoTokenOfTheProfileAndTheWholeOfALongLine() throws Exception {
    String script = "printf 'a %s b\\n' " + TOKEN + "; head -c 300000 /dev/zero | tr '\\0' x; echo";
    String id = run("ana", List.of(), "/bin/sh", "-c", script).get("run").asString();
    Run attached = rig.verb("ben", "attach", id, "--profile", rig.profile().toString());
    assertThat(attached.code()).as(attached.err()).isEqualTo(6);
    assertThat(attached.out()).isEqualTo("a *** b\n" + "x".repeat(300_000) + "\n");
    Files.delete(folder.resolve("token"));
    assertThat(rig.verb("ben", "attach", id, "--profile", rig.profile().toString()).err())
        .contains("a token that cannot be hidden")
        .doesNotContain(TOKEN);
  }

  @Test
  void anEmptyPlanHashIsNoPlans() throws Exception {
    JsonNode run = run("ana", List.of("--plan-hash", ""), "touch", folder + "/x");
    assertThat(run.get("verdict").asString()).isEqualTo("NOT_RUN");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void anApprovalThatWasUsedBeforeTakesNothingFromTheRunsVerdict() throws Exception {
    String id = run("ana", List.of(), "true").get("run").asString();
    for (String console : List.of("ana", "ben")) {
      refusedUnder(id, console);
      JsonNode row =
          json(rig.verb(console, "runs", "--profile", rig.profile().toString(), "--json")).get(0);
      assertThat(row.get("id").asString()).isEqualTo(id);
      assertThat(row.get("verdict").asString()).isEqualTo("SUCCEEDED_UNVERIFIED");
    }
  }

  /** What the desk writes down when a request that was carried out already is tried once more. */
  private void refusedUnder(String id, String console) throws Exception {
    Files.createDirectories(state(console));
    try (Journal journal = Journal.open(state(console), Clock.systemUTC(), console)) {
      journal.append(
          new JournalNote(
              Phase.OUTCOME,
              "run-command",
              id,
              "shop/box-a",
              Map.of("error", "this approval was used already"),
              "",
              "NOT_RUN"));
    }
    assertThat(JournalReader.read(state(console))).isNotEmpty();
  }

  private JsonNode listed(String id) throws Exception {
    for (JsonNode row :
        json(rig.verb("ana", "runs", "--profile", rig.profile().toString(), "--json"))) {
      if (row.get("id").asString().equals(id)) {
        return row;
      }
    }
    throw new AssertionError("not listed: " + id);
  }

  private void begun(String id, String verb, String hosts, Phase... more) throws Exception {
    Files.createDirectories(state("ana"));
    try (Journal journal = Journal.open(state("ana"), Clock.systemUTC(), "ana")) {
      Map<String, String> params = Map.of("hosts", hosts);
      journal.append(new JournalNote(Phase.STARTED, verb, id, "shop/box-a", params, "", ""));
      for (Phase phase : more) {
        journal.append(new JournalNote(phase, verb, id, "shop/box-a", Map.of(), "", ""));
      }
    }
  }

  @Test
  void F21_whatIsOnNoHostIsCalledNotRunOnlyWhereItCannotHaveBeen() throws Exception {
    begun("01AAAAAAAAAAAAAAAAAAAAAAAA", "run-command", "box-a");
    begun("01BBBBBBBBBBBBBBBBBBBBBBBB", "run-command", "box-a", Phase.STEP);
    begun("01CCCCCCCCCCCCCCCCCCCCCCCC", "failover", "github");
    begun("01DDDDDDDDDDDDDDDDDDDDDDDD", "abort", "box-a");
    String never = "01AAAAAAAAAAAAAAAAAAAAAAAA";
    assertThat(listed(never).get("verdict").asString()).isEqualTo("NOT_RUN");
    assertThat(attach(never).code()).isEqualTo(3);
    assertThat(listed("01BBBBBBBBBBBBBBBBBBBBBBBB").get("verdict").asString()).isEqualTo("UNKNOWN");
    for (String letter : List.of("B", "C", "D")) {
      String id = "01" + letter.repeat(24);
      Run attached = attach(id);
      assertThat(attached.code()).as(id + attached.err()).isEqualTo(4);
      assertThat(attached.err()).contains("signalbox found " + id);
      assertThat(found(id).code()).as("still open").isZero();
    }
  }

  private Run attach(String id) throws Exception {
    return rig.verb("ana", "attach", id, "--profile", rig.profile().toString());
  }

  private Run found(String id) throws Exception {
    return rig.verb(
        "ana", "found", id, "--profile", rig.profile().toString(), "--reason", "looked");
  }
}
