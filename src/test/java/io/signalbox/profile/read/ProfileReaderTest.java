package io.signalbox.profile.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.model.RunnerRole;
import io.signalbox.model.Signal;
import io.signalbox.profile.Problem;
import io.signalbox.profile.Profile;
import io.signalbox.profile.TokenRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
  private static final String LEAST =
      """
      version: 1
      environment: { name: staging }
      sources:
        prometheus: [{ url: "http://127.0.0.1:9090" }]
      """;
  @TempDir Path folder;

  private ProfileResult read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("profile.yaml"), yaml);
    return new ProfileReader(folder).read(file);
  }

  private Profile good(String yaml) throws IOException {
    ProfileResult result = read(yaml);
    assertThat(result.problems()).isEmpty();
    assertThat(result.profile()).isNotNull();
    return result.profile();
  }

  private Problem only(String yaml) throws IOException {
    List<Problem> problems = read(yaml).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @Test
  void theWholeExampleLoadsWithoutAMessage() {
    Path example =
        Path.of(System.getProperty("project.directory", "."), "src/docs/profile.example.yaml");
    ProfileResult result = new ProfileReader(folder).read(example);
    assertThat(result.problems()).isEmpty();
    Profile profile = result.profile();
    assertThat(profile).isNotNull();
    assertThat(profile.environment().protectedEnvironment()).isTrue();
    assertThat(profile.ssh().config()).isEqualTo(folder.resolve(".ssh/config"));
    assertThat(profile.runner("shop-runner-a").orElseThrow().role()).isEqualTo(RunnerRole.PRIMARY);
    assertThat(profile.host("runner-a").orElseThrow().ssh().jump()).isEqualTo("bastion");
    assertThat(profile.signals().queries().get(Signal.STATUS).value())
        .isEqualTo("max by (hostname) (runner_status{environment=\"production\"})");
    assertThat(profile.signals().queries().get(Signal.DISK).age())
        .isEqualTo("max by (hostname) (timestamp(runner_disk_usage_percent))");
  }

  @Test
  void versionNameAndOneSourceAreEnough() throws IOException {
    Profile profile = good(LEAST);
    assertThat(profile.environment().readOnly()).isTrue();
    assertThat(profile.sources().prometheus().getFirst().every()).isEqualTo(Duration.ofSeconds(5));
    assertThat(profile.signals().joinOn()).containsExactly("hostname", "instance", "runner_name");
  }

  @Test
  void anEnvironmentIsCalledByWhatCanBeSeenAndTyped() throws IOException {
    for (String name : List.of("\"pro\\u202Eduction\"", "\"a\\tb\"", "\"a\\eb\"")) {
      Problem problem = only(LEAST.replace("name: staging", "name: " + name));
      assertThat(problem.field()).as(name).isEqualTo("environment.name");
    }
    assertThat(good(LEAST.replace("name: staging", "name: Zürich 1")).environment().name())
        .isEqualTo("Zürich 1");
  }

  @Test
  void aReviewOnGithubNeedsGithub() throws IOException {
    String reviewed =
        LEAST.replace("name: staging", "name: staging, review: { repository: acme/shop }");
    assertThat(only(reviewed).field()).isEqualTo("environment.review");
    assertThat(only(reviewed).toString()).contains("give `sources.github`");
    String github = "  github: { repositories: [acme/shop] }\n";
    assertThat(good(reviewed + github).environment().review()).isNotNull();
  }

  @Test
  void anEmptyKeyCountsAsAbsent() throws IOException {
    Profile profile = good(LEAST + "hosts:\nrunners:\nthresholds:\nfreeze:\nsignals:\ncontrol:\n");
    assertThat(profile.hosts()).isEmpty();
    assertThat(profile.thresholds().cpuPercent()).isEqualTo(80);
  }

  @Test
  void defaultQueriesCoverBothCheckInNamesAndFilterOnTheEnvironment() throws IOException {
    var query = good(LEAST).signals().queries().get(Signal.LAST_CHECK_IN);
    assertThat(query.value())
        .contains("runner_last_checkin{environment=\"staging\"}")
        .contains("runner_last_check_in_timestamp_seconds{environment=\"staging\"}");
    assertThat(query.age()).contains("timestamp(runner_last_checkin{environment=\"staging\"})");
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheNearestKnownOne() throws IOException {
    Problem problem = only(LEAST + "tresholds: { cpuPercent: 70 }\n");
    assertThat(problem.line()).isEqualTo(5);
    assertThat(problem.field()).isEqualTo("tresholds");
    assertThat(problem.message()).contains("did you mean `thresholds`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thresholds: { cpuPercent: lots }                | thresholds.cpuPercent | a number
          thresholds: { cpuPercent: 180 }                 | thresholds.cpuPercent | between 0 and 100
          thresholds: { sustained: soon }                 | thresholds.sustained  | a duration
          hosts: runner-a                                 | hosts                 | a list of sections
          hosts: [{ name: a, ssh: { host: h, port: x } }] | hosts[0].ssh.port     | a number
          hosts: [{ name: a, ssh: { user: ops } }]        | hosts[0].ssh          | `host`
          hosts: [{ hostname: a }]                        | hosts[0].name         | is missing
          hosts: [{ name: a, locked: maybe }]             | hosts[0].locked       | true or false
          runners: [{ host: nowhere, github: r }]         | runners[0].host       | not in `hosts`
          runners: [{ unit: a.service }]                  | runners[0].github     | is missing
          runners: [{ github: a, role: boss }]            | runners[0].role       | primary, secondary
          runners: [{ github: a, unit: "-x; rm" }]        | runners[0].unit       | systemd service unit
          signals: { joinOn: name }                       | signals.joinOn        | one of
          freeze: [{ from: x, to: "2026-01-01T00:00:00Z" }] | freeze[0].from      | a time such as
          control: { directory: /var }                    | control.host          | is missing
          runbooks: { byAlert: { "(": a.md } }            | runbooks.byAlert      | regular expression
          """)
  void aMistakeIsNamedWithItsFieldAndWhatWouldBeRight(String line, String field, String message)
      throws IOException {
    Problem problem = only(LEAST + line.strip() + "\n");
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.line()).isEqualTo(5);
    assertThat(problem.message()).contains(message);
    assertThat(read(LEAST + line.strip() + "\n").profile()).as("the rest is loaded").isNotNull();
  }

  @Test
  void aDuplicateRunnerIsNamedAtItsSecondPlace() throws IOException {
    Problem problem =
        only(LEAST + "runners:\n  - github: shop-runner-a\n  - github: shop-runner-a\n");
    assertThat(problem.line()).isEqualTo(7);
    assertThat(problem.field()).isEqualTo("runners[1].github");
    assertThat(problem.message()).contains("duplicate runner `shop-runner-a`");
  }

  @Test
  void aDuplicateKeyIsNamed() throws IOException {
    assertThat(only(LEAST + "hosts: []\nhosts: []\n").message()).contains("second time");
  }

  @Test
  void everyMistakeIsReportedInOneGo() throws IOException {
    ProfileResult result = read("version: 2\nenvironment: { colour: pink }\nsources: { }\nx: 1\n");
    assertThat(result.profile()).isNull();
    assertThat(result.problems())
        .extracting(Problem::field)
        .contains("version", "environment.name", "environment.colour", "sources", "x");
  }

  @ParameterizedTest
  @CsvSource({
    "'token: ghp_0123456789abcdefghij'",
    "'token: plain-secret-without-any-known-form'",
    "'token: { env: ghp_0123456789abcdefghij }'",
    "'api: \"https://user:ghp_0123456789abcdefghij@example.com\"'"
  })
  void aTokenInAProfileIsRefusedAndNeverRepeated(String line) throws IOException {
    ProfileResult result =
        read(
            "version: 1\nenvironment: { name: a }\nsources:\n  github:\n"
                + "    repositories: [acme/shop]\n    "
                + line
                + "\n");
    assertThat(result.problems()).isNotEmpty();
    assertThat(result.problems()).extracting(Problem::line).contains(6);
    assertThat(result.problems().toString())
        .doesNotContain("ghp_0123")
        .doesNotContain("plain-secret");
  }

  @Test
  void tokensAreNamedByTheirPlace() throws IOException {
    Profile profile =
        good(
            "version: 1\nenvironment: { name: a }\nsources:\n  github:\n"
                + "    repositories: [acme/shop]\n    token: { file: secrets/token }\n");
    assertThat(profile.sources().github().token())
        .isEqualTo(new TokenRef.TokenFile(folder.resolve("secrets/token")));
  }

  @Test
  void brokenYamlIsNamedWithItsLine() throws IOException {
    Problem problem = only("version: 1\nenvironment: { name: a\nsources: ]\n");
    assertThat(problem.line()).isGreaterThanOrEqualTo(2);
    assertThat(problem.message()).contains("not valid YAML");
  }

  @Test
  void whatHoldsItselfOrIsNestedWithoutEndIsNoProfile() throws IOException {
    assertThat(read("a: &a [*a, *a]\n" + LEAST).profile()).isNotNull();
    assertThat(only("a: " + "[".repeat(100_000)).message()).contains("nested too deeply");
  }

  @Test
  void aLockThatIsNotKeptIsNotTakenFor() throws IOException {
    String control =
        "hosts: [{ name: c, ssh: { host: c } }]\n"
            + "control: { host: c, directory: /c, gitLock: %s }\n";
    good(LEAST + control.formatted(false));
    assertThat(only(LEAST + control.formatted(true)).field()).isEqualTo("control.gitLock");
  }

  @Test
  void whatHasNoEndIsNoProfile() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    assertThat(new ProfileReader(folder).read(Path.of("/dev/zero")).problems())
        .singleElement()
        .satisfies(one -> assertThat(one.message()).contains("larger than 1 MiB"));
  }

  @Test
  void aMissingFileIsNamed() {
    ProfileResult result = new ProfileReader(folder).read(folder.resolve("none.yaml"));
    assertThat(result.profile()).isNull();
    assertThat(result.problems().getFirst().toString())
        .contains("none.yaml")
        .contains("does not exist");
    assertThat(new ProfileReader(folder).read(folder).problems().getFirst().toString())
        .contains("is a folder; name the file in it");
  }
}
