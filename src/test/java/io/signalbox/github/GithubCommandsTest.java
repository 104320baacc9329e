package io.signalbox.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.http.HttpClients;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.profile.TokenRef;
import io.signalbox.rig.GithubRig;
import io.signalbox.rig.GithubRig.Trouble;
import io.signalbox.rig.Permits;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes at GitHub: permitted, once, and never sent again by themselves. */
class GithubCommandsTest {
  private final GithubRig rig = new GithubRig();
  private final HttpClients clients = new HttpClients();
  private final Permits permits = new Permits(profile());
  private final GithubCommands commands = commands();

  private static Profile profile() {
    Profile none =
        Profile.empty(Path.of("p.yaml"), new EnvironmentProfile("shop", "blue", false, false));
    return new Profile(
        none.file(),
        none.environment(),
        none.sources(),
        none.ssh(),
        none.signals(),
        none.thresholds(),
        List.of(
            new HostProfile(
                "box", "box", List.of(), new SshEndpoint("127.0.0.1", 22, "ops", null), false)),
        none.runners(),
        null,
        none.freeze(),
        none.runbooks(),
        none.deployment());
  }

  private GithubCommands commands() {
    TokenRef token = new TokenRef.Environment("GITHUB_TOKEN");
    return new GithubCommands(
        new io.signalbox.profile.GithubSource(
            rig.url(), Duration.ofSeconds(15), List.of("acme/shop"), List.of(), token, null),
        clients,
        Clock.systemUTC(),
        new LazyToken(new Tokens(Map.of("GITHUB_TOKEN", "ghp_canary")), token));
  }

  @AfterEach
  void stop() {
    clients.close();
    rig.close();
  }

  private WriteAnswer send(RemoteCommand command) throws Exception {
    Plan plan = permits.plan("x", "box", List.of(command));
    return commands.send(permits.permit(plan), plan, command);
  }

  @Test
  void aLabelIsAddedAndRemovedAndReadOnlyOnesAreRefused() throws Exception {
    GithubRig.Runner runner = rig.runner("shop-runner-a", "self-hosted", "production");
    assertThat(send(GithubCall.addLabels("acme/shop", 101, List.of("primary"))))
        .isInstanceOf(WriteAnswer.Done.class);
    assertThat(runner.labels).contains("primary");
    assertThat(send(GithubCall.removeLabel("acme/shop", 101, "Primary")))
        .isInstanceOf(WriteAnswer.Done.class);
    assertThat(runner.labels).doesNotContain("primary");
    assertThat(send(GithubCall.removeLabel("acme/shop", 101, "self-hosted")).words())
        .contains("422")
        .contains("read-only");
    assertThat(send(GithubCall.removeLabel("acme/shop", 101, "absent")).words())
        .contains("404")
        .contains("does not have");
    assertThatThrownBy(() -> GithubCall.addLabels("acme/shop", 1, List.of()))
        .hasMessageContaining("1 to 100");
    assertThatThrownBy(() -> GithubCall.addLabels("acme/shop", 1, Collections.nCopies(101, "x")))
        .hasMessageContaining("1 to 100");
  }

  @Test
  void refusalsSayWhyAndThatNothingWasChanged() throws Exception {
    GithubRig.Run run = rig.run("deploy.yml", "gpu");
    rig.finish(run, "success");
    WriteAnswer conflict = send(GithubCall.cancel("acme/shop", run.id()));
    assertThat(conflict).isInstanceOf(WriteAnswer.Refused.class);
    assertThat(conflict.words()).contains("409").contains("Nothing was changed");
    rig.trouble("POST .*", Trouble.HIDDEN);
    assertThat(send(GithubCall.rerun("acme/shop", run.id())).words())
        .contains("404")
        .contains("Actions: write");
    assertThat(send(GithubCall.rerun("acme/shop", run.id()))).isInstanceOf(WriteAnswer.Done.class);
    assertThat(send(GithubCall.dispatch("acme/shop", "probe.yml", "nowhere")).words())
        .contains("422");
    assertThat(send(GithubCall.dispatch("acme/shop", "probe.yml", "main")))
        .isInstanceOfSatisfying(WriteAnswer.Done.class, done -> assertThat(done.id()).isNotNull());
  }

  @Test
  void aLostAnswerIsAmbiguousAndIsNotSentAgain() throws Exception {
    rig.runner("shop-runner-a", "self-hosted");
    for (Trouble trouble : List.of(Trouble.CUT_BEFORE, Trouble.CUT_AFTER, Trouble.FAILS)) {
      rig.trouble("POST .*", trouble);
      assertThat(send(GithubCall.addLabels("acme/shop", 101, List.of("primary"))))
          .isInstanceOf(WriteAnswer.Ambiguous.class);
    }
    assertThat(rig.writes()).hasSize(3);
    rig.trouble("POST .*", Trouble.LIMITED);
    assertThat(send(GithubCall.addLabels("acme/shop", 101, List.of("x"))).words())
        .contains("wait 60 s");
    assertThat(send(GithubCall.addLabels("acme/shop", 101, List.of("x"))).words())
        .contains("Nothing was sent");
    assertThat(rig.writes()).hasSize(4);
  }

  @Test
  void onlyWhatThePlanHoldsAndOnlyOnce() throws Exception {
    rig.runner("shop-runner-a", "self-hosted");
    RemoteCommand add = GithubCall.addLabels("acme/shop", 101, List.of("primary"));
    RemoteCommand set =
        new RemoteCommand(
            GithubCall.HOST,
            List.of("PUT", "/repos/acme/shop/actions/runners/101/labels", "{\"labels\":[]}"));
    Plan plan = permits.plan("x", "box", List.of(add, set));
    Permit permit = permits.permit(plan);
    assertThatThrownBy(() -> commands.send(permit, plan, set))
        .isInstanceOf(PermitRefusedException.class);
    assertThatThrownBy(
            () -> commands.send(permit, plan, GithubCall.removeLabel("acme/shop", 101, "x")))
        .isInstanceOf(PermitRefusedException.class);
    commands.send(permit, plan, add);
    assertThatThrownBy(() -> commands.send(permit, plan, add)).hasMessageContaining("used already");
    assertThat(rig.writes()).hasSize(1);
  }

  @Test
  void aStatusBelongsToTheDeploymentThatTheSamePermitCreated() throws Exception {
    rig.records().ref("1.4.1");
    RemoteCommand create =
        GithubCall.createDeployment("acme/shop", "1.4.1", "shop", "rollback", "back");
    RemoteCommand begun =
        GithubCall.createStatusOfCreated("acme/shop", "in_progress", "run {run}, {verdict}");
    RemoteCommand ended = GithubCall.createStatusOfCreated("acme/shop", "failure", "{verdict}");
    Plan plan = permits.plan("x", "box", List.of(create, begun, ended));
    Permit permit = permits.permit(plan);
    assertThatThrownBy(() -> commands.send(permit, plan, begun))
        .isInstanceOf(PermitRefusedException.class)
        .hasMessageContaining("named no deployment");
    assertThat(rig.writes()).isEmpty();
    commands.send(permit, plan, create);
    assertThat(commands.send(permit, plan, begun)).isInstanceOf(WriteAnswer.Done.class);
    assertThat(rig.writes().getLast())
        .contains("/deployments/4001/statuses", "run " + plan.id(), "{verdict}");
    assertThatThrownBy(() -> commands.send(permit, plan, ended, "x\",\"state\":\"success"))
        .hasMessageContaining("is no verdict");
    commands.send(permit, plan, ended, "PARTIAL");
    assertThat(rig.writes().getLast()).contains("PARTIAL").doesNotContain("{verdict}");
    Permit other = permits.permit(plan);
    assertThatThrownBy(() -> commands.send(other, plan, ended, "PARTIAL"))
        .isInstanceOf(PermitRefusedException.class);
    assertThat(rig.records().states()).containsExactly("in_progress", "failure");
  }

  @Test
  void deploymentsAreRecordedWithoutGithubsDangerousDefaults() {
    assertThat(
            GithubCall.createDeployment("acme/shop", "v1", "production", "rollback", "back")
                .argv()
                .get(2))
        .contains("\"auto_merge\":false")
        .contains("\"required_contexts\":[]");
  }
}
