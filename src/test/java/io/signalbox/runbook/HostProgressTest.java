package io.signalbox.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One record per machine: what is done on one of them is not done on the other. */
class HostProgressTest {
  private static final Instant NOW = Instant.parse("2026-01-05T03:12:00Z");
  private static final List<String> BOTH = List.of("box-a", "box-b");
  private static final Runbook RUNBOOK =
      RunbookParser.parse(
          "r.md", "```bash {target=box-a,box-b}\nid\n```\n\n```bash {needs=1}\nls\n```\n");
  private static final Step STEP = RUNBOOK.steps().getFirst();
  private static final Step AFTER = RUNBOOK.steps().getLast();

  private static RunbookProgress ran(RunbookProgress from, String host, StepState state) {
    return from.begun(STEP, "ana", NOW, host, "RUN-" + host, BOTH)
        .ended(STEP, host, state, NOW.plusSeconds(5), "", List.of("out of " + host));
  }

  @Test
  void aStepIsDoneOnlyOnEveryMachineAndHalfDoneSaysWhich() {
    RunbookProgress half = ran(RunbookProgress.fresh(RUNBOOK), "box-a", StepState.OK);
    assertThat(half.state(STEP)).isEqualTo(StepState.HALF);
    assertThat(half.missing(STEP)).containsExactly("box-b");
    assertThat(half.obstacle(RUNBOOK, AFTER))
        .hasValue("it needs step 1, which is half done: not on box-b");
    assertThat(half.next(RUNBOOK)).contains(STEP);
    RunbookProgress failed = ran(half, "box-b", StepState.FAILED);
    assertThat(failed.state(STEP)).isEqualTo(StepState.FAILED);
    assertThat(StepWords.ran(failed, STEP, NOW.plusSeconds(65)))
        .hasValueSatisfying(
            words -> assertThat(words).contains("box-a: ran OK").contains("box-b: failed"));
    RunbookProgress both = ran(failed, "box-b", StepState.OK);
    assertThat(both.state(STEP)).isEqualTo(StepState.OK);
    assertThat(both.obstacle(RUNBOOK, AFTER)).isEmpty();
    assertThat(both.again(STEP, NOW.plusSeconds(65)))
        .hasValueSatisfying(words -> assertThat(words).endsWith("on box-a, box-b, run again?"));
    assertThat(both.record(STEP, "box-a").output()).containsExactly("out of box-a");
    assertThat(both.record(STEP, "box-b").output()).containsExactly("out of box-b");
  }

  @Test
  void twoMachinesAtOnceEndEachByItself() {
    RunbookProgress two =
        RunbookProgress.fresh(RUNBOOK)
            .begun(STEP, "ana", NOW, "box-a", "A", BOTH)
            .begun(STEP, "ana", NOW, "box-b", "B", BOTH)
            .ended(STEP, "box-a", StepState.OK, NOW, "", List.of());
    assertThat(two.state(STEP)).isEqualTo(StepState.RUNNING);
    assertThat(two.record(STEP, "box-a").run()).isEqualTo("A");
    assertThat(two.afterRestart().record(STEP, "box-b").state()).isEqualTo(StepState.UNKNOWN);
    assertThat(two.afterRestart().record(STEP, "box-a").state()).isEqualTo(StepState.OK);
  }

  @Test
  void whatWasNotSentLeavesWhatWasBefore() {
    RunbookProgress done = ran(RunbookProgress.fresh(RUNBOOK), "box-a", StepState.OK);
    StepRecord before = done.record(STEP, "box-a");
    RunbookProgress again =
        done.begun(STEP, "bo", NOW.plusSeconds(60), "box-a", "X", BOTH)
            .withdrawn(STEP, "box-a", before);
    assertThat(again.record(STEP, "box-a")).isEqualTo(before);
    RunbookProgress never =
        done.begun(STEP, "bo", NOW, "box-b", "X", BOTH).withdrawn(STEP, "box-b", StepRecord.NONE);
    assertThat(never).isEqualTo(done);
  }

  @Test
  void aSkippedStepKeepsWhatWasDoneBefore() {
    RunbookProgress skipped =
        ran(RunbookProgress.fresh(RUNBOOK), "box-a", StepState.OK)
            .skipped(STEP, "ana", NOW.plusSeconds(9), "box-b is away");
    assertThat(skipped.state(STEP)).isEqualTo(StepState.SKIPPED);
    assertThat(skipped.record(STEP).words()).isEqualTo("box-b is away");
    assertThat(skipped.retried(STEP).state(STEP)).isEqualTo(StepState.HALF);
  }

  @Test
  void theLanguageBelongsToWhatWasApproved() {
    Step bash = RunbookParser.parse("r.md", "```bash\nid\n```\n").steps().getFirst();
    Step sh = RunbookParser.parse("r.md", "```sh\nid\n```\n").steps().getFirst();
    assertThat(sh.hash()).isNotEqualTo(bash.hash());
    assertThat(StepHash.before(sh)).isEqualTo(StepHash.before(bash)).isNotEqualTo(bash.hash());
  }

  @Test
  void aFileThatWasNotEditedReadsTheSameEachTime() {
    String text = "```bash {verify=\"output: ready\"}\nid\n```\n";
    assertThat(RunbookParser.parse("r.md", text)).isEqualTo(RunbookParser.parse("r.md", text));
  }

  @Test
  void aQueryThatProvesAStepHasGapsToo() {
    Step step =
        RunbookParser.parse(
                "r.md", "```bash {verify=\"promql: up{host=\\\"<hostname>\\\"}\"}\nid\n```\n")
            .steps()
            .getFirst();
    assertThat(step.placeholders()).extracting(Placeholder::name).containsExactly("hostname");
  }
}
