package io.signalbox.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.Profile;
import io.signalbox.remote.ApprovalFiles;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ssh.SshFiles;
import io.signalbox.remote.ssh.SshShell;
import io.signalbox.rig.MutableClock;
import io.signalbox.rig.Permits;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.RealSshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests on a real control host, and the ways in which they do not get there. */
class FiledRequestsTest {
  @TempDir Path folder;
  private final MutableClock clock = new MutableClock();
  private RealSshd control;
  private SshShell shell;
  private Profile profile;
  private Plan plan;

  @BeforeEach
  void start() throws Exception {
    control = RealSshd.start(folder.resolve("control"));
    Path known = Files.writeString(folder.resolve("known_hosts"), control.knownHostsLine());
    Path config =
        Files.writeString(
            folder.resolve("config"), "Host *\n  IdentityFile " + control.clientKey() + "\n");
    profile = ProfileFixture.open(control.endpoint()).files(config, known).profile();
    shell = new SshShell(profile, new SshFiles(config, known, folder.resolve("home"), null));
    plan =
        new Permits(profile)
            .plan("restart", "runner-a", List.of(new RemoteCommand("runner-a", List.of("true"))));
  }

  @AfterEach
  void stop() {
    shell.close();
    control.close();
  }

  private FiledRequests requests(ControlProfile there) {
    return new FiledRequests(
        new ControlBox(new ApprovalFiles(shell, there.host(), there.directory())),
        profile,
        clock,
        null);
  }

  private ControlProfile kept(String name) {
    return new ControlProfile("runner-a", folder.resolve(name).toString());
  }

  @Test
  void aRequestIsReadBackAsTheSamePlan() throws Exception {
    FiledRequests requests = requests(kept("it's kept; here"));
    requests.ask(plan, "ana", "it hangs ✓");
    requests.ask(plan, "ana", "asked twice");
    assertThat(requests.requested(plan.id())).contains(plan);
    assertThat(requests.requested("01NOSUCHPLAN")).isEmpty();
    assertThat(requests.requested("../../etc/passwd")).isEmpty();
    assertThat(requests.answer(plan)).isEmpty();
    Path file = folder.resolve("it's kept; here/approvals/" + plan.id() + ".json");
    assertThat(Files.readString(file)).contains("it hangs ✓").doesNotContain("asked twice");
  }

  @Test
  void F40_whatTheLoginPrintsIsNoPartOfARequest() throws Exception {
    Files.writeString(control.home().resolve(".bashrc"), "echo welcome; echo '{\"a\": 1}'\n");
    FiledRequests requests = requests(kept("kept"));
    requests.ask(plan, "ana", "it hangs");
    assertThat(requests.requested(plan.id())).contains(plan);
    Files.writeString(folder.resolve("kept/approvals/" + plan.id() + ".hash.sig"), "signed\n");
    assertThat(requests.answer(plan)).hasValue("signed\n");
  }

  @Test
  void anApprovalIsUsedOnceFromWherever() throws Exception {
    FiledRequests one = requests(kept("kept"));
    one.take(plan, "ana");
    assertThatThrownBy(() -> requests(kept("kept")).take(plan, "ana"))
        .hasMessageContaining("used already");
  }

  @Test
  void withoutADirectoryTheHomeFolderThereIsUsed() throws Exception {
    FiledRequests requests = requests(new ControlProfile("runner-a", ""));
    assertThat(requests.ask(plan, "ana", "why").path())
        .isEqualTo("runner-a:~/.signalbox/approvals/" + plan.id() + ".json");
    assertThat(control.home().resolve(".signalbox/approvals/" + plan.id() + ".json")).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("a-file"), "in the way");
    assertThatThrownBy(
            () -> requests(new ControlProfile("runner-a", file.toString())).ask(plan, "ana", "why"))
        .hasMessageContaining("could not be written")
        .hasMessageContaining("control.directory");
  }

  @Test
  void aControlHostThatIsGoneIsSaid() {
    control.close();
    ApprovalFiles files = new ApprovalFiles(shell, "runner-a", "/nowhere");
    assertThatThrownBy(() -> files.read("01.json")).isInstanceOf(RemoteException.class);
    assertThatThrownBy(() -> files.read("../01.json")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anExpiredRequestIsNotSigned() throws Exception {
    FiledRequests requests = requests(kept("kept"));
    requests.ask(plan, "ana", "why");
    Approver approver =
        new Approver(
            new LocalBox(folder.resolve("kept/approvals")),
            profile,
            Map.of("PATH", System.getenv("PATH")));
    ApprovalRequest request = approver.request(plan.id()).orElseThrow();
    assertThatThrownBy(
            () ->
                approver.approve(
                    request, control.clientKey(), "ben", request.deadline().plusSeconds(1)))
        .hasMessageContaining("the deadline passed");
    assertThat(requests.answer(plan)).isEmpty();
  }
}
