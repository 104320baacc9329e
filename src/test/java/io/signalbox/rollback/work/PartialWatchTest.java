package io.signalbox.rollback.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.ByteSink;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.remote.ScriptRoad;
import io.signalbox.remote.durable.PlaybookHost;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.Profiles;
import io.signalbox.rig.SnapshotFixture;
import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.text.SecretFilter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PartialWatchTest {
  private static final Pattern NONCE = Pattern.compile("after ([0-9a-f]{24}) ");

  private final RollbackBoard board = new RollbackBoard();
  private final AtomicInteger looks = new AtomicInteger();
  private String mark = "";

  /** A control host that answers the second look; the first one brings an unforeseen error. */
  private final ScriptRoad road =
      new ScriptRoad() {
        @Override
        public String address(String host) {
          return "127.0.0.1";
        }

        @Override
        public ScriptEnd send(String host, String script, ByteSink out, Duration limit) {
          if (looks.incrementAndGet() == 1) {
            throw new IllegalArgumentException("not what was foreseen");
          }
          Matcher nonce = NONCE.matcher(script);
          assertThat(nonce.find()).isTrue();
          String say = "signalbox:" + nonce.group(1) + " ";
          byte[] answer =
              (say + "now 1\n" + mark.replace("> ", say) + say + "end\n")
                  .getBytes(StandardCharsets.UTF_8);
          out.bytes(answer, 0, answer.length);
          return new ScriptEnd(0, List.of());
        }
      };

  private static Profile profile() {
    Profile all = ProfileFixture.open(new SshEndpoint("127.0.0.1", 22, "ops", null)).profile();
    RollbackProfile none = RollbackProfile.NONE;
    ControlProfile control = new ControlProfile(all.hosts().getFirst().name(), "/srv/signalbox");
    return Profiles.with(
        Profiles.with(all, control),
        new RollbackProfile(
            "/srv/ansible",
            "back.yml",
            "hosts",
            Map.of(),
            "",
            List.of(),
            Map.of(),
            "/srv/state.json",
            List.of(),
            "",
            "",
            none.previewMaxAge(),
            false,
            false));
  }

  /** Looks and waits this often, then is interrupted. */
  @SuppressWarnings("NullAway")
  private void watch(int times) {
    Profile profile = profile();
    AtomicInteger waits = new AtomicInteger();
    RollbackSetup setup =
        new RollbackSetup(
            profile,
            () -> SnapshotFixture.calm(Instant.EPOCH).build(),
            null,
            null,
            new PlaybookHost(profile, road),
            Clock.systemUTC(),
            "desk",
            RunOrder.LIMIT,
            new SecretFilter(),
            board,
            _ -> {
              if (waits.incrementAndGet() == times) {
                throw new InterruptedException();
              }
            },
            null);
    new PartialWatch(setup).run();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anUnforeseenErrorDoesNotEndTheWatch() {
    mark = "> mark /srv/deployment.lock\n";
    watch(2);
    assertThat(looks).hasValue(2);
    assertThat(board.partial().orElseThrow().words())
        .contains("/srv/deployment.lock was left", "on the hosts were not looked for");
  }

  @Test
  void whatAWholeLookSawOnTheHostsIsNotTakenBackByALookAtTheControlHostAlone() {
    looks.set(1);
    PartialState known =
        new PartialState(
            List.of("web-2: /srv/.deploy-failed was left"), "7", "", true, Instant.EPOCH);
    board.show(known);
    watch(1);
    assertThat(board.partial()).hasValue(known);
    board.show(new PartialState(List.of("/srv/deployment.lock was left"), "8", Instant.EPOCH));
    watch(1);
    assertThat(board.partial().orElseThrow().partial()).isFalse();
  }
}
