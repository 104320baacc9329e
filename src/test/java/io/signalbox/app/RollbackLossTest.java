package io.signalbox.app;

import static io.signalbox.app.RollbackRig.ended;
import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Lines, hosts and processes that go away while a rollback's playbook runs, all of them real. */
@ExtendWith(RollbackRig.Shared.class)
class RollbackLossTest {
  private static final String GO = "go";

  private RollbackRig rig;

  @BeforeEach
  void fresh(RollbackRig shared) throws Exception {
    rig = shared;
    rig.fresh();
    rig.bring(rig.waiting(GO));
  }

  /** Previewed and confirmed, and all three hosts wait for the first signal. */
  private CompletableFuture<Run> begun() throws Exception {
    assertThat(rig.preview("1.4.1").code()).isZero();
    CompletableFuture<Run> run = Run.later(() -> rig.confirmed("1.4.1"));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> run.isDone() || rig.ansible().names().stream().allMatch(this::waits));
    return run;
  }

  private boolean waits(String host) {
    return Files.exists(rig.signal(GO + "-" + host));
  }

  private static Run over(CompletableFuture<Run> run) throws Exception {
    return run.get(2, TimeUnit.MINUTES);
  }

  private void go() throws Exception {
    Files.writeString(rig.signal(GO), "");
  }

  private List<Long> pids(Path runs) throws Exception {
    List<Long> pids = new ArrayList<>();
    try (Stream<Path> all = Files.list(runs)) {
      for (Path run : all.toList()) {
        pids.add(Long.parseLong(Files.readString(run.resolve("pid")).split(" ")[0]));
      }
    }
    return pids;
  }

  @Test
  void aCutLineHarmsNothingAndNoEventIsLost() throws Exception {
    CompletableFuture<Run> run = begun();
    rig.ansible().control().cutConnections();
    go();
    JsonNode json = ended(over(run), 0, "SUCCEEDED_VERIFIED");
    assertThat(json.get("evidence").toString()).contains(" 0 missing");
  }

  @Test
  void F50_aRunThatIsKilledIsUnknownAndBlocksTheNext() throws Exception {
    CompletableFuture<Run> run = begun();
    ProcessHandle wrapper =
        ProcessHandle.of(pids(rig.control().resolve("runs")).getFirst()).orElseThrow();
    List<ProcessHandle> family = wrapper.descendants().toList();
    wrapper.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    go();
    JsonNode json = ended(over(run), 4, "UNKNOWN");
    String id = json.get("run").asString();
    Run next = rig.confirmed("1.4.1");
    assertThat(next.code()).isEqualTo(3);
    assertThat(json(next).get("error").asString()).contains("unknown-pending").contains(id);
    assertThat(rig.run("attach", id).code()).isEqualTo(4);
    Run found = rig.run("found", id, "--reason", "nothing changed");
    assertThat(found.code()).as(found.err()).isZero();
    ended(rig.confirmed("1.4.1"), 0, "SUCCEEDED_VERIFIED");
  }

  @Test
  void F50_ansibleKilledUnderItsWrapperIsUnknownToo() throws Exception {
    CompletableFuture<Run> run = begun();
    ProcessHandle.of(pids(rig.control().resolve("runs")).getFirst())
        .orElseThrow()
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains("ansible-playbook"))
        .forEach(ProcessHandle::destroyForcibly);
    go();
    JsonNode json = ended(over(run), 4, "UNKNOWN");
    assertThat(json.get("rc").asInt()).isEqualTo(137);
  }

  @Test
  void F51_aPidThatWasGivenAnewIsNotTheRun() throws Exception {
    Path run = Files.createDirectories(rig.control().resolve("runs/01FAKE"));
    Files.writeString(
        run.resolve("meta"),
        "{\"v\":1,\"id\":\"01FAKE\",\"host\":\"control\",\"action\":\"rollback\",\"argv\":[\"x\"]}\n");
    Files.writeString(run.resolve("log"), "TASK [x]\n");
    String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    Files.writeString(run.resolve("pid"), ProcessHandle.current().pid() + " 1 " + boot + "\n");
    assertThat(rig.run("attach", "01FAKE").code()).isEqualTo(4);
  }

  @Test
  void F47_aHostLostInTheMiddleIsUnreachableAndTheRelaunchIsOfItAlone() throws Exception {
    CompletableFuture<Run> run = begun();
    rig.ansible().host(3).sshd().goDown();
    go();
    JsonNode lost = ended(over(run), 7, "PARTIAL");
    assertThat(lost.get("rc").asInt()).isEqualTo(4);
    assertThat(count(lost, "unreachable")).containsExactly("web-1 0", "web-2 0", "web-3 1");
    assertThat(count(lost, "failed")).containsExactly("web-1 0", "web-2 0", "web-3 0");
    assertThat(lost.get("relaunch").valueStream().map(JsonNode::asString)).containsExactly("web-3");
    assertThat(lost.get("error").asString()).contains("unreachable: web-3", "--limit web-3");
    assertThat(rig.version(1)).isEqualTo(rig.version(2)).isEqualTo("1.4.1");
    assertThat(rig.version(3)).isEqualTo("1.5.0");
    listed(lost.get("run").asString());

    rig.ansible().host(3).sshd().comeBack();
    Path untouched = rig.ansible().host(1).file("opt/shop/version.txt");
    Object before = Files.getLastModifiedTime(untouched);
    String[] alone = {"--limit", "web-3", "--acknowledge-partial", "web-3 was away"};
    JsonNode again = ended(rig.previewed("1.4.1", alone), 0, "SUCCEEDED_VERIFIED");
    assertThat(count(again, "unreachable")).containsExactly("web-3 0");
    assertThat(rig.version(3)).isEqualTo("1.4.1");
    assertThat(Files.getLastModifiedTime(untouched)).isEqualTo(before);
  }

  private static List<String> count(JsonNode run, String what) {
    return run.get("hosts")
        .valueStream()
        .map(one -> one.get("name").asString() + " " + one.get(what).asInt())
        .toList();
  }

  /** In the list its verdict is that of the evidence; who has no record says that it has none. */
  private void listed(String run) throws Exception {
    String[] words = {"runs", "--profile", rig.profile().toString(), "--json"};
    JsonNode mine = json(rig.verb(words)).get(0);
    assertThat(mine.get("id").asString()).isEqualTo(run);
    assertThat(mine.get("verdict").asString()).isEqualTo("PARTIAL");
    assertThat(mine.get("verdictBy").asString()).isEqualTo("evidence");
    Path other = Files.createDirectories(rig.profile().resolveSibling("home-ben"));
    JsonNode theirs = json(Run.of(Surroundings.ofThisProcess().at(other), words)).get(0);
    assertThat(theirs.get("verdict").asString()).isEqualTo("UNKNOWN");
    assertThat(theirs.get("verdictBy").asString()).isEqualTo("host");
    assertThat(theirs.get("note").asString()).contains("unverified, exit code 4");
  }

  @Test
  void theControlHostsSshdEndsAndComesBackAndTheRunGoesOn() throws Exception {
    rig.bring(rig.waiting(GO) + "\n" + rig.waiting("end"));
    CompletableFuture<Run> run = begun();
    nothingWrittenIsAnArgument();
    rig.ansible().control().goDown();
    go();
    await("the run goes on without any sshd")
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.exists(rig.signal("end-web-3")));
    assertThat(run).isNotDone();
    rig.ansible().control().comeBack();
    Files.writeString(rig.signal("end"), "");
    JsonNode json = ended(over(run), 0, "SUCCEEDED_VERIFIED");
    assertThat(json.get("evidence").toString()).contains(" 0 missing");
    List<String> output = json.get("output").valueStream().map(JsonNode::asString).toList();
    assertThat(output).anyMatch(line -> line.contains("the run goes on there, reading on"));
    assertThat(output.stream().filter(line -> line.startsWith("TASK [")))
        .hasSize(3)
        .doesNotHaveDuplicates();
    String id = json.get("run").asString();
    assertThat(rig.run("attach", id).code()).isZero();
    recordOfOneMoreHost(id);
  }

  /**
   * What the operator wrote is in the plan and in the run's folder, and in nobody's process list.
   */
  private void nothingWrittenIsAnArgument() throws Exception {
    List<String> commands =
        ProcessHandle.allProcesses()
            .flatMap(process -> process.info().commandLine().stream())
            .toList();
    assertThat(commands)
        .anyMatch(line -> line.contains("--extra-vars @/dev/fd/3 bring.yml"))
        .noneMatch(line -> line.contains("INC-7") || line.contains("it fails"));
    try (Stream<Path> runs = Files.list(rig.control().resolve("runs"))) {
      Path input = runs.findFirst().orElseThrow().resolve("vars.json");
      assertThat(input).content().contains("\"incident_id\":\"INC-7\"", "it fails");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(input)))
          .isEqualTo("rw-------");
    }
  }

  /** A host that was to be worked on and is in no recap is not green for who attaches. */
  private void recordOfOneMoreHost(String id) throws Exception {
    Path meta = rig.control().resolve("runs").resolve(id).resolve("meta");
    Files.writeString(meta, Files.readString(meta).replace("web-3\\\"", "web-3\\\",\\\"web-4\\\""));
    Run attached = rig.run("attach", id);
    assertThat(attached.code()).as(attached.err()).isEqualTo(7);
    assertThat(attached.err()).contains("3 of 4 hosts", "never come to: web-4");
  }
}
