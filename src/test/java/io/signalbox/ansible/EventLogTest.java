package io.signalbox.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.text.SecretFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogTest {
  private static List<HostState> states(PlaybookTree tree, String host) {
    return tree.tasks()
        .flatMap(task -> task.hosts().stream())
        .filter(one -> one.host().equals(host))
        .map(HostResult::state)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ok,OK",
    "changed,CHANGED",
    "failed,FAILED",
    "unreachable,UNREACHABLE",
    "ignored,IGNORED",
    "skipped,SKIPPED",
    "nonsense,FAILED"
  })
  void aHostsStateIsTheEventsWord(String word, HostState state) {
    PlaybookTree tree =
        new EventsFixture()
            .play("p", "Bring it back")
            .task("t", "ansible.builtin.copy", "")
            .result("t", "web-1", word, "")
            .tree();
    assertThat(states(tree, "web-1")).containsExactly(state);
  }

  @Test
  void aFailureThatARescueTakesIsTheRescuedOne() {
    EventsFixture events =
        new EventsFixture()
            .play("p", "x")
            .task("a", "command", "")
            .result("a", "web-1", "failed", ",'rescuable':true")
            .task("b", "command", "")
            .result("b", "web-1", "failed", "")
            .task("c", "command", "")
            .result("c", "web-1", "failed", "");
    assertThat(states(events.tree(), "web-1"))
        .containsExactly(HostState.RESCUED, HostState.FAILED, HostState.FAILED);
    events.stats(EventsFixture.counts("web-1", 1, 0, 1, 0, 2));
    assertThat(states(events.tree(), "web-1"))
        .containsExactly(HostState.RESCUED, HostState.RESCUED, HostState.FAILED);
    assertThat(events.tree().recap("web-1").orElseThrow().rescued()).isEqualTo(2);
  }

  @Test
  void F46_F48_failedAndUnreachableAreToldApartAndBothAreRepeated() {
    PlaybookTree tree =
        new EventsFixture()
            .stats(
                EventsFixture.counts("web-1", 3, 1, 0, 0, 0)
                    + ","
                    + EventsFixture.counts("web-2", 1, 0, 1, 0, 0)
                    + ","
                    + EventsFixture.counts("web-3", 0, 0, 0, 1, 0))
            .tree();
    assertThat(tree.toRepeat()).containsExactly("web-2", "web-3");
    assertThat(tree.ended()).isTrue();
  }

  @Test
  void theBatchesOfASerialPlayAreOnePlayAndOneTask() {
    PlaybookTree tree =
        new EventsFixture()
            .play("p", "x")
            .task("t", "copy", "")
            .result("t", "web-1", "ok", "")
            .play("p", "x")
            .task("t", "copy", "")
            .result("t", "web-2", "changed", "")
            .tree();
    assertThat(tree.plays()).hasSize(1);
    assertThat(tree.tasks().toList().getFirst().hosts()).hasSize(2);
  }

  @Test
  void progressCountsTasksAndNamesTheOneThatRuns() {
    EventsFixture events =
        new EventsFixture()
            .line("playbook", "'plays':[{'tasks':2},{'tasks':3}]")
            .play("p", "x")
            .task("Gathering Facts", "gather_facts", "");
    assertThat(events.tree().done()).isZero();
    assertThat(events.tree().total()).isEqualTo(5);
    events.task("a", "copy", "").result("a", "web-1", "ok", "").task("b", "copy", "");
    PlaybookTree tree = events.tree();
    assertThat(tree.done()).isEqualTo(1);
    assertThat(tree.current().name()).isEqualTo("b");
    assertThat(tree.current().startedAt()).isNotNull();
  }

  @Test
  void aMissingNumberIsAGapUntilItComes() {
    EventsFixture events =
        new EventsFixture().play("p", "x").skip().result("t", "web-1", "changed", "");
    assertThat(events.tree().gaps()).containsExactly(new Gap(2, 2));
    assertThat(events.tree().tasks().toList().getFirst().name()).contains("missing");
    events.log().take(EventsFixture.text(2, "task", "'task':'t','name':'Unpack','action':'copy'"));
    assertThat(events.tree().gaps()).isEmpty();
    assertThat(events.tree().tasks().toList().getFirst().name()).isEqualTo("Unpack");
    assertThat(states(events.tree(), "web-1")).containsExactly(HostState.CHANGED);
  }

  @Test
  void hostileTextIsInertAndSecretsAreHidden() {
    SecretFilter secrets = new SecretFilter();
    secrets.know("hunter2hunter2");
    EventLog log = new EventLog(secrets);
    String line =
        EventsFixture.text(
            1,
            "result",
            "'task':'t','host':'web-1','state':'failed','msg':'\\u001b[2J\\u202ex hunter2hunter2'");
    byte[] bytes = (line + "\nno event\n{\"n\":0}\n").getBytes(StandardCharsets.UTF_8);
    for (byte one : bytes) {
      log.feed(new byte[] {one}, 0, 1);
    }
    String message = log.tree().tasks().toList().getFirst().hosts().getFirst().message();
    assertThat(message).doesNotContain("\u001b", "\u202e", "hunter2");
    assertThat(log.unreadable()).isEqualTo(2);
  }

  @Test
  void diffsAreDiffs() {
    PlaybookTree tree =
        new EventsFixture()
            .play("p", "x")
            .task("t", "copy", "")
            .result(
                "t",
                "web-1",
                "changed",
                ",'diff':[{'beforeHeader':'/a','afterHeader':'/a',"
                    + "'before':'one\\ntwo\\nthree\\n','after':'one\\n2\\nthree\\n'}]")
            .tree();
    TaskDiff diff = tree.tasks().toList().getFirst().hosts().getFirst().diffs().getFirst();
    assertThat(diff.lines())
        .extracting(line -> line.kind() + " " + line.text())
        .containsExactly("PLACE line 1", "SAME one", "REMOVED two", "ADDED 2", "SAME three");
  }
}
