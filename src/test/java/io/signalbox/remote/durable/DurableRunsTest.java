package io.signalbox.remote.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.remote.ByteSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.remote.ScriptRoad;
import io.signalbox.rig.DurableRig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol against a real sshd: started once, read to the last byte, ended with proof. */
class DurableRunsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir Path folder;
  private DurableRig rig;
  private DurableRuns runs;

  private void open(String... more) throws Exception {
    rig = new DurableRig(folder, more);
    runs = rig.runs(null);
  }

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  private static String sha(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private DurableRig.Kept follow(String id) throws Exception {
    DurableRig.Kept kept = new DurableRig.Kept();
    assertThat(runs.follow("box-a", id, kept, PATIENCE)).isNotNull();
    return kept;
  }

  @Test
  void argumentsArriveUnchangedAndTheResultIsKept() throws Exception {
    open();
    String odd = "a'b \"c\" $HOME `id` \\ * \n;x\té–\u200b";
    assertThat(rig.startNext(runs, "R1", "box-a", "printf", "%s|", odd, "", "-n"))
        .isInstanceOf(StartAnswer.Running.class);
    assertThat(new String(follow("R1").all(), StandardCharsets.UTF_8)).isEqualTo(odd + "||-n|");
    RunStatus status = runs.status("box-a", "R1");
    assertThat(status.state()).isEqualTo(RunState.FINISHED);
    assertThat(status.exitCode()).isZero();
    assertThat(status.meta().argv()).containsExactly("printf", "%s|", odd, "", "-n");
    assertThat(runs.list("box-a")).hasSize(1);
    assertThat(runs.status("box-a", "R9").state()).isEqualTo(RunState.NEVER_STARTED);
  }

  @Test
  void nothingOfARunIsLeftOnceItIsOver() throws Exception {
    open();
    for (int i = 0; i < 10; i++) {
      rig.startNext(runs, "Q" + i, "box-a", "true");
      follow("Q" + i);
    }
    String home = rig.first().home().toString();
    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(carriers(home)).isEmpty());
  }

  /** Processes of a run of this rig. */
  private static List<String> carriers(String home) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.map(path -> path.resolve("environ"))
          .filter(path -> reads(path).contains("SIGNALBOX_RUN=Q"))
          .filter(path -> reads(path).contains(home))
          .map(Path::toString)
          .toList();
    }
  }

  private static String reads(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      return ""; // gone, or not ours
    }
  }

  @Test
  void theExitCodeIsTheCommandsOwn() throws Exception {
    open();
    rig.startNext(runs, "R1", "box-a", "/bin/sh", "-c", "exit 255");
    follow("R1");
    assertThat(runs.status("box-a", "R1").exitCode()).isEqualTo(255);
    rig.startNext(runs, "R2", "box-a", "no-such-program");
    follow("R2");
    assertThat(runs.status("box-a", "R2").exitCode()).isEqualTo(127);
  }

  @Test
  void F29_whateverIsCutTheViewersBytesAreTheLogs() throws Exception {
    cuts(6, 3_000_000);
  }

  @Test
  @Tag("long")
  void F29_fiftyCutsInTenMegabytes() throws Exception {
    cuts(50, 10_000_000);
  }

  private void cuts(int count, int size) throws Exception {
    open();
    String writer =
        "i=0; while [ $i -lt %d ]; do head -c %d /dev/urandom; i=$((i+1)); sleep 0.1; done"
            .formatted(count * 4, size / (count * 4));
    rig.startNext(runs, "R1", "box-a", "/bin/sh", "-c", writer);
    DurableRig.Kept kept = new DurableRig.Kept();
    CompletableFuture<RunStatus> end = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                end.complete(runs.follow("box-a", "R1", kept, PATIENCE));
              } catch (InterruptedException | RuntimeException e) {
                end.completeExceptionally(e);
              }
            });
    for (int i = 1; i <= count; i++) {
      int least = (int) ((long) size * i / (count + 2));
      await().atMost(Duration.ofMinutes(2)).until(() -> kept.size() >= least || end.isDone());
      rig.first().cutConnections();
    }
    assertThat(end.get(3, TimeUnit.MINUTES).exitCode()).isZero();
    byte[] log = Files.readAllBytes(rig.runFolder(rig.first(), "R1").resolve("log"));
    assertThat(kept.all()).hasSameSizeAs(log);
    assertThat(sha(kept.all())).isEqualTo(sha(log));
    assertThat(kept.notices()).isNotEmpty();
  }

  @Test
  void aLostAnswerToTheStartIsAskedForAgainAndStartsNothingTwice() throws Exception {
    open();
    Path ran = folder.resolve("ran");
    AtomicInteger sent = new AtomicInteger();
    ScriptRoad real = rig.shell(null);
    ScriptRoad forgetful =
        new ScriptRoad() {
          @Override
          public String address(String host) throws RemoteException, InterruptedException {
            return real.address(host);
          }

          @Override
          public ScriptEnd send(String host, String script, ByteSink out, Duration limit)
              throws RemoteException, InterruptedException {
            boolean start = script.contains("\nstart ");
            boolean lost = start && sent.incrementAndGet() < 3;
            ScriptEnd end = real.send(host, script, lost ? (_, _, _) -> {} : out, limit);
            return lost ? new ScriptEnd(null, List.of()) : end;
          }
        };
    DurableRuns some = new DurableRuns(rig.profile(null), forgetful, _ -> {});
    StartAnswer answer =
        rig.startNext(some, "R1", "box-a", "/bin/sh", "-c", "echo x >>" + ran + "; sleep 1");
    assertThat(answer).isInstanceOf(StartAnswer.Running.class);
    follow("R1");
    assertThat(sent.get()).isEqualTo(3);
    assertThat(Files.readAllLines(ran)).containsExactly("x");
  }

  @Test
  void aScriptThatIsCutShortDoesNothingAtAll() throws Exception {
    open();
    String script =
        DurableScript.RUNS.call("survey", List.of("N", folder + "/cut", "env-x", "-"), "");
    String whole = script.replace("survey", "launch");
    for (int length : List.of(whole.length() - 2, whole.length() - 10, whole.length() / 2)) {
      ScriptEnd end =
          rig.shell(null)
              .send("box-a", whole.substring(0, length), (_, _, _) -> {}, Duration.ofSeconds(30));
      assertThat(end.exitStatus()).isNotNull().isNotZero();
    }
    assertThat(folder.resolve("cut")).doesNotExist();
  }

  @Test
  void F40_bannersAndNoisyStartUpFilesAreNoise() throws Exception {
    open();
    Files.writeString(
        rig.first().home().resolve(".bashrc"),
        "echo 'Welcome! signalbox:0 run x finished'; printf 'no line break'; echo oops >&2\n");
    rig.startNext(runs, "R1", "box-a", "echo", "hi");
    assertThat(new String(follow("R1").all(), StandardCharsets.UTF_8)).isEqualTo("hi\n");
  }

  @Test
  void F44_theRunHasAUnicodeLocaleWhateverTheHostSays() throws Exception {
    open();
    Files.writeString(rig.first().home().resolve(".bashrc"), "export LC_ALL=C LANG=C\n");
    rig.startNext(runs, "R1", "box-a", "/bin/sh", "-c", "echo $LC_ALL $SIGNALBOX_RUN");
    assertThat(new String(follow("R1").all(), StandardCharsets.UTF_8)).isEqualTo("C.UTF-8 R1\n");
  }

  @Test
  void F42_aServerWithFewSessionsIsAskedOneAfterTheOther() throws Exception {
    open("MaxSessions 2", "MaxStartups 2");
    rig.startNext(runs, "R1", "box-a", "echo", "hi");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<byte[]>> views =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            try {
                              return follow("R1").all();
                            } catch (Exception e) {
                              throw new IllegalStateException(e);
                            }
                          },
                          threads))
              .limit(6)
              .toList();
      for (CompletableFuture<byte[]> view : views) {
        assertThat(view.get(2, TimeUnit.MINUTES))
            .isEqualTo("hi\n".getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
