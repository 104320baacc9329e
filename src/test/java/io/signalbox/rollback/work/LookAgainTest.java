package io.signalbox.rollback.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Intent;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.rollback.PartialState;
import java.time.Instant;
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

  @Test
  void aPreviewOfOtherHostsIsOfSomethingElse() {
    PlaybookCall call = new PlaybookCall(RollbackProfile.NONE);
    Map<String, String> values = Map.of("target", "1.4.1");
    Fingerprint two = Fingerprint.of("p", "i", call, values, List.of(), List.of("web-1", "web-2"));
    Fingerprint turned =
        Fingerprint.of("p", "i", call, values, List.of(), List.of("web-2", "web-1"));
    Fingerprint three =
        Fingerprint.of("p", "i", call, values, List.of(), List.of("web-1", "web-2", "web-3"));
    assertThat(turned.print()).isEqualTo(two.print());
    assertThat(three.different(two.json())).containsExactly("hosts");
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
