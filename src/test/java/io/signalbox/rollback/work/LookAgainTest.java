package io.signalbox.rollback.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Evidence;
import io.signalbox.action.Intent;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.rollback.PartialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAgainTest {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void aHostThatGivesNoAnswerIsNamedWhateverItWasAsked() {
    assertThat(
            HostLines.silent(
                List.of(
                    "web-1 | SUCCESS => {\"ping\": \"pong\"}",
                    "web-2 | CHANGED | rc=0 | (stdout) /srv/v\t1.4.1\\n",
                    "web-3 | UNREACHABLE!: Connection refused"),
                List.of("web-1", "web-2", "web-3", "web-4")))
        .containsOnlyKeys("web-3", "web-4");
  }

  private static Fingerprint print(Map<String, String> hashes, String... matched) {
    List<PlaybookAnswer.Part> parts = new ArrayList<>();
    hashes.forEach((what, hash) -> parts.add(new PlaybookAnswer.Part(what, hash, List.of())));
    return Fingerprint.of(
        new PlaybookAnswer(parts),
        "i",
        new PlaybookCall(RollbackProfile.NONE),
        Map.of("target", "1.4.1"),
        List.of(),
        List.of(matched));
  }

  @Test
  void aPreviewOfOtherHostsOrOtherFilesIsOfSomethingElse() {
    Map<String, String> hashes = Map.of("playbooks", "p", "config", "c", "roles", "r");
    Fingerprint two = print(hashes, "web-1", "web-2");
    assertThat(print(hashes, "web-2", "web-1").print()).isEqualTo(two.print());
    assertThat(print(hashes, "web-1", "web-2", "web-3").different(two.json()))
        .containsExactly("hosts");
    Map<String, String> others =
        Map.of("playbooks", "p", "config", "x", "roles", "y", "artifactsum", "z");
    assertThat(print(others, "web-1", "web-2").different(two.json()))
        .containsExactly("config", "roles", "artifact");
  }

  @Test
  void aMarkThatAppearsOrSaysSomethingElseIsNoticed() {
    PlaybookAnswer.Part lock = new PlaybookAnswer.Part("mark", "/srv/lock", List.of("run 7"));
    PlaybookAnswer.Part other = new PlaybookAnswer.Part("mark", "/srv/lock", List.of("run 8"));
    PlaybookAnswer none = new PlaybookAnswer(List.of());
    PlaybookAnswer locked = new PlaybookAnswer(List.of(lock));
    assertThat(Remains.since(none, locked)).containsExactly("/srv/lock");
    assertThat(Remains.since(locked, new PlaybookAnswer(List.of(other)))).hasSize(1);
    assertThat(Remains.since(locked, locked)).isEmpty();
    assertThat(Remains.since(locked, none)).isEmpty();
  }

  @Test
  void aVersionThatNobodyRecordedIsNeitherProvedNorDisproved() {
    RunAim aim = new RunAim("1.4.1", List.of());
    assertThat(aim.judge("1.4.1")).isEqualTo(Evidence.Result.PROVED);
    assertThat(aim.judge("1.4.2")).isEqualTo(Evidence.Result.DISPROVED);
    assertThat(aim.judge(null)).isEqualTo(Evidence.Result.NOT_READABLE);
    assertThat(RunAim.UNKNOWN.judge("1.4.1")).isEqualTo(Evidence.Result.NOT_READABLE);
    assertThat(RunAim.UNKNOWN.wanted()).contains("not on record");
  }

  @Test
  void whatHostsSayOfMarksIsToldFromVersions() {
    List<String> lines =
        List.of(
            "web-1 | CHANGED | rc=0 | (stdout) /srv/v\t1.4.1\\nmark:/srv/.deploy-failed\t"
                + "{\"run\": \"7\"}\\n",
            "web-2 | CHANGED | rc=0 | (stdout) mark:/etc/passwd\tx\\n",
            "web-3 | UNREACHABLE!: Connection refused");
    PlaybookAnswer reach = new PlaybookAnswer(List.of(new PlaybookAnswer.Part("raw", "4", lines)));
    HostMarks marks =
        HostMarks.of(List.of("/srv/.deploy-failed"), reach, List.of("web-1", "web-2", "web-3"));
    assertThat(marks.found())
        .containsExactly(new HostMarks.Mark("web-1", "/srv/.deploy-failed", "{\"run\": \"7\"}"));
    assertThat(marks.unchecked()).isEqualTo("markers were not checked on web-3");
    assertThat(HostLines.versions(lines, List.of("/srv/v"))).hasSize(1);
    assertThat(HostMarks.of(List.of(), reach, List.of("web-1")).unchecked())
        .contains("not checked", "rollback.stateFile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ lookup('pipe', 'id') }}", "a b", "{%x%}", "../x"})
  void aMarkersWordsAreNotHandedToAnsibleAsATemplate(String key) {
    Intent.Acknowledged known = new Intent.Acknowledged(false, "looked at it");
    assertThat(Values.acknowledged(Map.of(), known, "", partial(key)))
        .doesNotContainKey("acknowledgePartial");
    assertThat(Values.acknowledged(Map.of(), known, "", partial("box-12-345")))
        .containsEntry("acknowledgePartial", "box-12-345");
  }

  private static PartialState partial(String key) {
    return new PartialState(List.of(".deploy-in-progress was left"), key, AT);
  }
}
