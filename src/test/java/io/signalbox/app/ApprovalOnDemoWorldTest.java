package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.rig.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Overrides, the second person and the review, by the verbs, over a real control host. */
class ApprovalOnDemoWorldTest {
  @TempDir Path folder;
  private DemoWorld world;
  private RealSshd control;
  private Surroundings ana;
  private Surroundings ben;
  private Path anaKey;
  private Path benKey;

  @BeforeEach
  void start() throws IOException {
    Path home = Files.createDirectories(folder.resolve("demo"));
    world = DemoWorld.start(new DemoOptions(Scenario.PRIMARY_OFFLINE, 5, Clock.systemUTC(), home));
    control = RealSshd.start(folder.resolve("control"));
    anaKey = folder.resolve("ana_key");
    benKey = folder.resolve("ben_key");
    RealSshd.keygen("ed25519", anaKey);
    RealSshd.keygen("ed25519", benKey);
    ana = as("ana", home);
    ben = as("ben", Files.createDirectories(folder.resolve("ben")));
    Path known = home.resolve("ssh/known_hosts");
    Files.writeString(known, Files.readString(known) + control.knownHostsLine());
    Path config = home.resolve("ssh/config");
    Files.writeString(
        config,
        "Host 127.0.0.1\n  IdentityFile "
            + control.clientKey()
            + "\n\n"
            + Files.readString(config));
  }

  private static Surroundings as(String actor, Path home) {
    Surroundings here = Surroundings.ofThisProcess().at(home);
    return new Surroundings(here.clock(), here.environment(), here.folders(), actor);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
    control.close();
  }

  /** The demo's profile in a freeze, with a control host and these approvers. */
  private String profile(boolean approvers) throws IOException {
    String listed =
        approvers
            ? ("  readOnly: true\n  approvers:\n    - { name: ana, ssh: \"%s\" }\n"
                    + "    - { name: ben, ssh: \"%s\" }\n")
                .formatted(publicKey(anaKey), publicKey(benKey))
            : "  readOnly: true\n";
    String text =
        Files.readString(world.profile())
                .replace("  readOnly: true\n", listed)
                .replace("\ncontrol: { host: deploy-control, directory: /var/lib/signalbox }\n", "")
                .replace(
                    "\nrunners:\n",
                    ("  - { name: control, ssh: { host: 127.0.0.1, port: %d, user: %s } }\n"
                            + "\nrunners:\n")
                        .formatted(control.port(), control.user()))
            + "\ncontrol: { host: control, directory: \"%s\" }\n".formatted(kept())
            + "freeze:\n  - { from: \"2020-01-01T00:00:00Z\", to: \"2099-01-01T00:00:00Z\","
            + " reason: holidays }\n";
    return Files.writeString(world.home().resolve("frozen.yaml"), text).toString();
  }

  private Path kept() {
    return folder.resolve("kept dir");
  }

  private static String publicKey(Path key) throws IOException {
    return Files.readString(Path.of(key + ".pub")).strip();
  }

  private Run restart(String profile, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run-step",
                "--profile",
                profile,
                "--runner",
                "shop-runner-a",
                "--step",
                "restart-service",
                "--json",
                "--unlock",
                "--reason",
                "primary is down",
                "--confirm",
                "production/shop-runner-a"));
    arguments.addAll(List.of(more));
    return Run.of(ana, arguments.toArray(String[]::new));
  }

  private Run approve(Surroundings who, String profile, String request, Path key) {
    return Run.of(who, "approve", request, "--profile", profile, "--key", key.toString());
  }

  private Run review(String profile, String... more) {
    List<String> arguments = new ArrayList<>(List.of("review", "--profile", profile, "--json"));
    arguments.addAll(List.of(more));
    return Run.of(ana, arguments.toArray(String[]::new));
  }

  @Test
  void anOverrideGoesOnlyWithASecondPersonOnceAndStaysListedUntilReviewed() throws Exception {
    String profile = profile(true);
    Run frozen = restart(profile);
    assertThat(frozen.code()).as(frozen.out() + frozen.err()).isEqualTo(3);
    assertThat(json(frozen).get("error").asString()).contains("freeze: frozen until");

    Run asked = restart(profile, "--override", "freeze");
    assertThat(asked.code()).as(asked.out() + asked.err()).isEqualTo(3);
    JsonNode plan = json(asked).get("plan");
    assertThat(plan.get("tier").asInt()).isEqualTo(4);
    assertThat(plan.get("overrides").get(0).get("rule").asString()).isEqualTo("freeze");
    String id = plan.get("id").asString();
    assertThat(json(asked).get("approval").get("request").asString())
        .isEqualTo("control:" + kept() + "/approvals/" + id + ".json");
    Path request = kept().resolve("approvals").resolve(id + ".json");
    assertThat(Files.readString(request)).contains("\"hash\"").contains("primary is down");

    Run early = restart(profile, "--override", "freeze", "--approval", id);
    assertThat(early.code()).isEqualTo(3);
    assertThat(json(early).get("error").asString()).contains("no answer yet");

    Run self = approve(ana, profile, id, anaKey);
    assertThat(self.code()).isEqualTo(3);
    assertThat(self.err()).contains("nobody approves what they ask for themselves");
    assertThat(approve(ben, profile, id, control.clientKey()).err())
        .contains("none of environment");

    Run approved = approve(ben, profile, request.toString(), benKey);
    assertThat(approved.err() + approved.out()).contains("approved by ben");
    assertThat(approved.code()).isZero();
    assertThat(approve(ben, profile, id, benKey).err()).contains("there is an answer already");
    assertThat(world.fleet().online("shop-runner-a")).isFalse();

    Run done = restart(profile, "--override", "freeze", "--approval", id);
    assertThat(done.out() + done.err()).contains("SUCCEEDED_VERIFIED");
    assertThat(world.fleet().online("shop-runner-a")).isTrue();

    Run again = restart(profile, "--override", "freeze", "--approval", id);
    assertThat(again.code()).isEqualTo(3);
    assertThat(json(again).get("error").asString())
        .as("used up, or the runner that is back has a job already")
        .contains("nothing was sent");

    JsonNode standing = json(review(profile));
    assertThat(standing.size()).isEqualTo(1);
    assertThat(standing.get(0).get("what").asString()).isEqualTo("override of freeze");
    assertThat(review(profile, "--done", id).code()).isEqualTo(3);
    assertThat(review(profile, "--done", id, "--reason", "was right").code()).isZero();
    assertThat(json(review(profile)).size()).isZero();
  }

  @Test
  void anApprovalCarriesNoOtherPlanEvenOneThatNeedsNobody() throws Exception {
    String profile = profile(true);
    String id = json(restart(profile, "--override", "freeze")).get("plan").get("id").asString();
    Run same = approve(as("ana", folder.resolve("ben")), profile, id, benKey);
    assertThat(same.code()).isEqualTo(3);
    assertThat(same.err()).contains("ben's").contains("account of ana");
    assertThat(approve(ben, profile, id, benKey).code()).isZero();
    Path thawed = world.home().resolve("thawed.yaml");
    Files.writeString(thawed, Files.readString(Path.of(profile)).replace("2099-", "2021-"));
    Run other = restart(thawed.toString(), "--approval", id);
    assertThat(other.code()).as(other.out()).isEqualTo(3);
    assertThat(json(other).get("error").asString()).contains("not the plan that was asked for");
    assertThat(world.fleet().online("shop-runner-a")).isFalse();
  }

  @Test
  void theGlassIsBrokenByNameAndListed() throws Exception {
    String profile = profile(true);
    Run wrong = restart(profile, "--override", "freeze", "--break-glass", "staging");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(json(wrong).get("error").asString()).contains("has to be `production`");
    Run done = restart(profile, "--override", "freeze", "--break-glass", "production");
    assertThat(done.out() + done.err()).contains("SUCCEEDED_VERIFIED");
    assertThat(json(review(profile)).get(0).get("what").asString())
        .isEqualTo("override of freeze; break-glass instead of a second person");
  }

  @Test
  void withoutApproversTheActIsListedAsSolo() throws Exception {
    String profile = profile(false);
    Run done = restart(profile, "--override", "freeze");
    assertThat(done.out() + done.err()).contains("SUCCEEDED_VERIFIED");
    assertThat(json(review(profile)).get(0).get("what").asString())
        .isEqualTo("override of freeze; solo: no approver is listed");
  }

  @Test
  void anAlteredRequestIsNotSigned() throws Exception {
    String profile = profile(true);
    String id = json(restart(profile, "--override", "freeze")).get("plan").get("id").asString();
    Path request = kept().resolve("approvals").resolve(id + ".json");
    Files.writeString(
        request, Files.readString(request).replace("\"systemctl\"", "\"systemctl-other\""));
    Run refused = approve(ben, profile, id, benKey);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("was altered");
    assertThat(kept().resolve("approvals").resolve(id + ".hash.sig")).doesNotExist();
  }

  @Test
  void aSignatureByHandIsAsGood() throws Exception {
    String profile = profile(true);
    Run asked = restart(profile, "--override", "freeze");
    String id = json(asked).get("plan").get("id").asString();
    String line = json(asked).get("approval").get("byHand").asString();
    assertThat(line).startsWith("ssh-keygen -Y sign -n signalbox-approval -f KEY ");
    Path hash = kept().resolve("approvals").resolve(id + ".hash");
    RealSshd.run(
        "ssh-keygen", "-Y", "sign", "-n", "signalbox-approval", "-f", benKey.toString(), hash + "");
    Run done = restart(profile, "--approval", id);
    assertThat(done.out() + done.err()).contains("SUCCEEDED_VERIFIED");
  }

  @Test
  void aRuleThatCannotBeOverriddenSaysSoAndAnOverrideNeedsAReason() throws Exception {
    String profile = profile(true);
    Run refused = restart(profile, "--override", "protected");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(json(refused).get("error").asString()).contains("no rule that can be overridden");
    Run bare =
        Run.of(
            ana,
            "run-step",
            "--profile",
            profile,
            "--runner",
            "shop-runner-a",
            "--step",
            "restart-service",
            "--override",
            "freeze");
    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.err()).contains("--override needs --reason");
  }
}
