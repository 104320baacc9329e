package io.signalbox.rollback.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.github.GithubCall;
import io.signalbox.github.GithubCommands;
import io.signalbox.http.HttpClients;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.GithubSource;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.profile.TokenRef;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.rig.GithubRig;
import io.signalbox.rig.GithubRig.Trouble;
import io.signalbox.rig.Permits;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.rig.Profiles;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.text.SecretFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of a rollback at a simulated GitHub that refuses and loses answers. */
class NoteWriterTest {
  private static final String REPO = "acme/shop";

  private final GithubRig rig = new GithubRig();
  private final HttpClients clients = new HttpClients();
  private final Map<String, Evidence> said = new LinkedHashMap<>();

  @BeforeEach
  void hasTheVersion() {
    rig.records().ref("1.4.1");
  }

  @AfterEach
  void stop() {
    clients.close();
    rig.close();
  }

  private static Profile profile(boolean records) {
    Profile all = ProfileFixture.open(new SshEndpoint("127.0.0.1", 22, "ops", null)).profile();
    RollbackProfile none = RollbackProfile.NONE;
    return Profiles.with(
        all,
        new RollbackProfile(
            none.directory(),
            none.playbook(),
            none.inventory(),
            none.variables(),
            none.limit(),
            none.tags(),
            none.env(),
            none.stateFile(),
            none.versionFiles(),
            none.versionUrl(),
            none.artifact(),
            none.previewMaxAge(),
            records,
            records));
  }

  private static Notes notes() {
    Map<String, RemoteCommand> statuses = new LinkedHashMap<>();
    for (String state : List.of("in_progress", "success", "failure", "error")) {
      statuses.put(state, GithubCall.createStatusOfCreated(REPO, state, "{verdict}, run {run}"));
    }
    return new Notes(
        REPO,
        GithubCall.createIssue(REPO, "Rollback: {verdict}", "run {run}", List.of()),
        GithubCall.createDeployment(REPO, "1.4.1", "shop", "rollback", "back"),
        statuses,
        "");
  }

  private NoteWriter writer(Notes notes) {
    TokenRef token = new TokenRef.Environment("GITHUB_TOKEN");
    Clock clock = Clock.systemUTC();
    GithubCommands commands =
        new GithubCommands(
            new GithubSource(
                rig.url(), Duration.ofSeconds(15), List.of(REPO), List.of(), token, null),
            clients,
            clock,
            new LazyToken(new Tokens(Map.of("GITHUB_TOKEN", "ghp_canary")), token));
    Profile profile = profile(true);
    Permits permits = new Permits(profile);
    List<RemoteCommand> all = new ArrayList<>(notes.commands());
    String host = profile.hosts().getFirst().name();
    all.add(new RemoteCommand(host, List.of("ansible-playbook")));
    Plan plan = permits.plan("x", host, all);
    return new NoteWriter(setup(profile, commands), notes, permits.permit(plan), plan, progress());
  }

  /** Whoever writes records neither looks at hosts nor runs anything there. */
  @SuppressWarnings("NullAway")
  private static RollbackSetup setup(Profile profile, GithubCommands commands) {
    return new RollbackSetup(
        profile,
        () -> {
          throw new AssertionError("nothing is planned here");
        },
        null,
        null,
        null,
        Clock.systemUTC(),
        "console-1",
        RunOrder.LIMIT,
        new SecretFilter(),
        new RollbackBoard(),
        _ -> {},
        commands);
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void begin(String step) {}

      @Override
      public void end(Verdict verdict) {}

      @Override
      public void output(boolean error, String text) {}

      @Override
      public void evidence(Evidence evidence) {
        said.put(evidence.what(), evidence);
      }

      @Override
      public void started() {}
    };
  }

  private void said(String what, Result result, String... words) {
    Evidence one = said.get(what);
    assertThat(one).isNotNull();
    assertThat(one.result()).as(one.observed()).isEqualTo(result);
    assertThat(one.observed()).contains(words);
  }

  @Test
  void onlyWhatIsProvedIsASuccess() {
    assertThat(Notes.state(Verdict.SUCCEEDED_VERIFIED)).isEqualTo("success");
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.SUCCEEDED_VERIFIED) {
        assertThat(Notes.state(verdict)).isNotEqualTo("success");
      }
    }
    assertThat(Notes.state(Verdict.SUCCEEDED_UNVERIFIED)).isEqualTo("error");
  }

  @Test
  void aRunThatGoesOnWithoutTheConsoleStaysInProgress() throws Exception {
    NoteWriter writer = writer(notes());
    writer.begun();
    writer.leftRunning();
    assertThat(rig.records().states()).containsExactly("in_progress");
    assertThat(rig.records().issues().getFirst().get("title").asString()).contains("UNKNOWN");
    said(NoteWriter.STATUS, Result.NOT_READABLE, "stays in progress", "by hand");
  }

  @Test
  void aLostLastStatusIsSaidAndNotSentAgain() throws Exception {
    rig.after("POST .*/statuses", () -> rig.trouble("POST .*/statuses", Trouble.CUT_AFTER));
    NoteWriter writer = writer(notes());
    writer.begun();
    writer.ended(Verdict.SUCCEEDED_VERIFIED);
    said(NoteWriter.STATUS, Result.NOT_READABLE, "status success", "may have been written");
    said(NoteWriter.ISSUE, Result.PROVED, "issue 1 in acme/shop");
    assertThat(rig.writes()).hasSize(4);
  }

  @Test
  void aLostCreationIsNotGuessedAt() throws Exception {
    rig.trouble("POST .*/deployments", Trouble.CUT_AFTER);
    NoteWriter writer = writer(notes());
    writer.begun();
    writer.ended(Verdict.FAILED);
    said(NoteWriter.STATUS, Result.NOT_READABLE, "the deployment may have been written");
    assertThat(rig.writes()).hasSize(2); // the deployment and the issue
    assertThat(rig.records().states()).isEmpty();
  }

  @Test
  void whatMayNotBeWrittenIsRefusedInWords() throws Exception {
    rig.trouble("POST .*/issues", Trouble.HIDDEN);
    NoteWriter writer = writer(notes());
    writer.begun();
    writer.ended(Verdict.PARTIAL);
    assertThat(rig.records().states()).containsExactly("in_progress", "failure");
    said(NoteWriter.ISSUE, Result.DISPROVED, "404", "Issues: write", "Write it by hand");
  }

  @Test
  void withoutARepositoryItSaysSo() throws Exception {
    NoteWriter writer = writer(new Notes("", null, null, Map.of(), "no repository"));
    writer.begun();
    writer.ended(Verdict.SUCCEEDED_VERIFIED);
    assertThat(rig.writes()).isEmpty();
    said(NoteWriter.ISSUE, Result.NOT_READABLE, "not written: no repository");
    said(NoteWriter.STATUS, Result.NOT_READABLE, "not written: no repository");
  }
}
