package io.signalbox.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Verdict;
import io.signalbox.ansible.HostRecap;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.remote.durable.RunState;
import io.signalbox.remote.durable.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RollbackVerdictTest {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  /** Hosts as {@code ok/changed/failed/unreachable/rescued/ignored}, separated by blanks. */
  private static List<HostRecap> recap(String text) {
    List<HostRecap> hosts = new ArrayList<>();
    for (String one : text.isBlank() ? new String[0] : text.split(" ")) {
      String[] n = one.split("/");
      hosts.add(
          new HostRecap(
              "web-" + (hosts.size() + 1),
              i(n[0]),
              i(n[1]),
              i(n[2]),
              i(n[3]),
              i(n[4]),
              i(n[5]),
              0));
    }
    return hosts;
  }

  private static int i(String text) {
    return Integer.parseInt(text);
  }

  private static RunStatus run(RunState state, Integer code, boolean aborted, boolean late) {
    return new RunStatus("control", "R", state, code, null, aborted, late, 0, 0, null);
  }

  private static RunFacts facts(RunStatus run, List<HostRecap> recap, String proofs) {
    List<Evidence> read = new ArrayList<>();
    for (char one : proofs.toCharArray()) {
      Result result =
          one == '+' ? Result.PROVED : one == '-' ? Result.DISPROVED : Result.NOT_READABLE;
      read.add(new Evidence("Version " + read.size(), result, "x", AT));
    }
    PlaybookTree tree =
        new PlaybookTree(List.of(), recap, !recap.isEmpty(), 0, List.of(), 1, null, AT, AT);
    return new RunFacts(run, tree, List.of(), recap.isEmpty() ? 0 : 1, List.of(), read);
  }

  @ParameterizedTest(name = "rc {0}, {1}, read back {2}: {3}")
  @CsvSource({
    // all well: green only where everything was read back
    "0, 3/1/0/0/0/0 3/1/0/0/0/0, ++, SUCCEEDED_VERIFIED",
    "0, 3/0/0/0/0/0, +, SUCCEEDED_VERIFIED",
    "0, 3/1/0/0/0/0, +?, SUCCEEDED_UNVERIFIED",
    "0, 3/1/0/0/0/0, '', SUCCEEDED_UNVERIFIED",
    // F46: rescued or ignored is never plain green
    "0, 3/1/0/0/1/0, +, SUCCEEDED_UNVERIFIED",
    "0, 3/1/0/0/0/1, +, SUCCEEDED_UNVERIFIED",
    // F49: completed, but the version is not the wanted one
    "0, 3/1/0/0/0/0, -, FAILED_VERIFY",
    "0, 3/0/0/0/0/0, +-, FAILED_VERIFY",
    // completed, changed nothing, and nothing says that the version is there
    "0, 3/0/0/0/0/0, ?, FAILED_VERIFY",
    "0, 3/0/0/0/0/0 3/0/0/0/0/0, '', FAILED_VERIFY",
    "0, 3/1/0/0/1/0, -, FAILED_VERIFY",
    // F45: nothing was touched
    "0, '', +, NOT_RUN",
    "1, '', -, NOT_RUN",
    "4, '', -, NOT_RUN",
    "5, '', -, NOT_RUN",
    // F46 F47 F48: some hosts done, some not
    "2, 3/1/0/0/0/0 1/0/1/0/0/0, ?, PARTIAL",
    "4, 3/1/0/0/0/0 0/0/0/1/0/0, +, PARTIAL",
    "4, 3/1/0/0/0/0 1/0/1/0/0/0 0/0/0/1/0/0, -, PARTIAL",
    "0, 3/1/0/0/0/0 0/0/0/1/0/0, +, PARTIAL",
    // nothing changed, or proved to be as before
    "2, 1/0/1/0/0/0, -, FAILED",
    "4, 0/0/0/1/0/0, ?, FAILED",
    "4, 0/0/0/1/0/0 0/0/0/1/0/0, -, FAILED",
    "2, 3/2/1/0/0/0, -, FAILED",
    "2, 3/2/1/0/0/0, ?, PARTIAL",
    "1, 3/2/0/0/0/0, -, FAILED",
    // ended from outside
    "137, 3/1/0/0/0/0, +, UNKNOWN",
    "143, 3/1/0/0/0/0, -, UNKNOWN",
    "99, 3/1/0/0/0/0, +, UNKNOWN",
    "250, 3/1/0/0/0/0, +, UNKNOWN"
  })
  void exitCodeAndRecapAndReadBack(int code, String recap, String proofs, Verdict expected) {
    Outcome outcome =
        RollbackVerdict.of(facts(run(RunState.FINISHED, code, false, false), recap(recap), proofs));
    assertThat(outcome.verdict()).as(outcome.error()).isEqualTo(expected);
    assertThat(outcome.error() == null).isEqualTo(expected == Verdict.SUCCEEDED_VERIFIED);
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void withoutAResultNothingIsGreen(RunState state) {
    Integer code = null;
    Outcome outcome =
        RollbackVerdict.of(facts(run(state, code, false, false), recap("3/1/0/0/0/0"), "+"));
    Verdict expected =
        switch (state) {
          case NEVER_STARTED, STILLBORN -> Verdict.NOT_RUN;
          case PREPARING, RUNNING -> Verdict.RUNNING;
          case FINISHED, LOST -> Verdict.UNKNOWN;
        };
    assertThat(outcome.verdict()).isEqualTo(expected);
  }

  @Test
  void F50_aLostRunIsUnknownAndAnAbortedOneCancelled() {
    List<HostRecap> well = recap("3/1/0/0/0/0");
    assertThat(
            RollbackVerdict.of(facts(run(RunState.LOST, null, false, false), well, "+")).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(
            RollbackVerdict.of(facts(run(RunState.LOST, null, true, false), well, "+")).verdict())
        .isEqualTo(Verdict.CANCELLED);
    assertThat(
            RollbackVerdict.of(facts(run(RunState.FINISHED, 0, true, false), well, "+")).verdict())
        .isEqualTo(Verdict.CANCELLED);
    assertThat(
            RollbackVerdict.of(facts(run(RunState.FINISHED, 0, false, true), well, "+")).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void healthAloneDoesNotProveARollbackThatChangedNothing() {
    RunFacts bare = facts(run(RunState.FINISHED, 0, false, false), recap("3/0/0/0/0/0"), "");
    Evidence health = new Evidence("Health", Result.PROVED, "all ok", AT);
    RunFacts facts =
        new RunFacts(bare.run(), bare.tree(), List.of(), 1, List.of(), List.of(health));
    assertThat(RollbackVerdict.of(facts).verdict()).isEqualTo(Verdict.FAILED_VERIFY);
  }

  @Test
  void tasksWithoutAnyRecapAreUnknown() {
    RunStatus run = run(RunState.FINISHED, 0, false, false);
    RunFacts facts = new RunFacts(run, PlaybookTree.EMPTY, List.of(), 3, List.of(), List.of());
    assertThat(RollbackVerdict.of(facts).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aHostThatWasMatchedAndNeverComeToIsNotSuccess() {
    RunFacts all = facts(run(RunState.FINISHED, 0, false, false), recap("3/1/0/0/0/0"), "+");
    RunFacts facts =
        new RunFacts(all.run(), all.tree(), List.of(), 1, List.of("web-1", "web-2"), all.proofs());
    Outcome outcome = RollbackVerdict.of(facts);
    assertThat(outcome.verdict()).isEqualTo(Verdict.PARTIAL);
    assertThat(outcome.error()).contains("never come to: web-2").contains("--limit web-2");
  }
}
