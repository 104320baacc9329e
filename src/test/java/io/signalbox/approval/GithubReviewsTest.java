package io.signalbox.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.action.ActionException;
import io.signalbox.github.GithubSource;
import io.signalbox.http.HttpClients;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.ApproverProfile;
import io.signalbox.profile.ReviewProfile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.rig.GithubRig;
import io.signalbox.rig.MutableClock;
import io.signalbox.rig.Permits;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A review on a simulated GitHub, read by the production client, and all that is none. */
class GithubReviewsTest {
  private static final String ENVIRONMENT = "signalbox-approval";
  private static final ApproverProfile BEN = new ApproverProfile("ben", "", "ben-gh");
  private static final ApproverProfile CAS = new ApproverProfile("cas", "ssh-ed25519 AAAAcas", "");

  private final GithubRig github = new GithubRig();
  private final HttpClients clients = new HttpClients();
  private final MutableClock clock = new MutableClock();
  private final Plan plan =
      new Permits(ProfileFixture.open(new SshEndpoint("127.0.0.1", 22, "ops", null)).profile())
          .plan("restart", "runner-a", List.of(new RemoteCommand("runner-a", List.of("true"))));
  private GithubReviews reviews;
  private GithubRig.Run run;

  @BeforeEach
  void start() {
    GithubSource source =
        new GithubSource(
            new io.signalbox.profile.GithubSource(
                github.url(), Duration.ofSeconds(5), List.of("acme/shop"), List.of(), null, null),
            clients,
            java.time.Clock.systemUTC(),
            new LazyToken(new Tokens(Map.of()), null));
    reviews =
        new GithubReviews(
            new ReviewProfile("acme/shop", "approval.yml", ENVIRONMENT), source.work(), clock);
    run = github.run("approval.yml", "nobody-has-this");
    run.title = "Signalbox approval " + plan.hash();
  }

  @AfterEach
  void stop() {
    github.close();
    clients.close();
  }

  private Optional<ApproverProfile> signer() {
    return reviews.signer(plan.hash(), "github-review " + run.id(), List.of(CAS, BEN));
  }

  private String objection() {
    return reviews
        .objection(plan.hash(), "github-review " + run.id(), List.of(CAS, BEN))
        .orElse("none");
  }

  private void decides(String login, String state) {
    github.records().review(run, login, state, ENVIRONMENT, "seen it");
  }

  @Test
  void aReviewByAnApproverIsFoundOnceItIsThereAndCounts() throws Exception {
    assertThat(reviews.answer(plan)).isEmpty();
    decides("Ben-GH", "approved");
    assertThat(reviews.answer(plan)).as("not asked again at once").isEmpty();
    clock.pass(Duration.ofSeconds(15));
    assertThat(reviews.answer(plan)).contains("github-review " + run.id());
    assertThat(signer()).contains(BEN);
    assertThat(objection()).isEqualTo("none");
    assertThat(github.writes()).as("looking changes nothing").isEmpty();
  }

  @Test
  void aReviewThatIsForAnotherPlanCountsForNothing() throws Exception {
    run.title = "Signalbox approval " + "0".repeat(64);
    decides("ben-gh", "approved");
    assertThat(reviews.answer(plan)).isEmpty();
    assertThat(signer()).isEmpty();
    assertThat(objection()).contains("is not about this plan");
    run.title = "Signalbox approval x" + plan.hash();
    assertThat(signer()).isEmpty();
  }

  @Test
  void aTitleWithTwoHashesIsAYesToNeither() throws Exception {
    run.title = "Signalbox approval " + "0".repeat(64) + " " + plan.hash();
    decides("ben-gh", "approved");
    assertThat(reviews.answer(plan)).isEmpty();
    assertThat(signer()).isEmpty();
    run.title = "Signalbox approval " + "A".repeat(64) + ", " + plan.hash();
    assertThat(signer()).isEmpty();
  }

  @Test
  void theRefBehindThePathIsNoPartOfItAndAnotherFilesNameIs() {
    run = github.run("approval.yml@main", "nobody-has-this");
    run.title = "Signalbox approval " + plan.hash();
    decides("ben-gh", "approved");
    assertThat(signer()).contains(BEN);
    run = github.run("approval.yml@other.yml", "nobody-has-this");
    run.title = "Signalbox approval " + plan.hash();
    decides("ben-gh", "approved");
    assertThat(signer()).isEmpty();
  }

  @Test
  void aClockThatIsSetBackDoesNotStopTheLooking() throws Exception {
    assertThat(reviews.answer(plan)).isEmpty();
    decides("ben-gh", "approved");
    clock.pass(Duration.ofHours(-1));
    assertThat(reviews.answer(plan)).isPresent();
  }

  @Test
  void aReviewOfAnotherEnvironmentCountsForNothing() throws Exception {
    github.records().review(run, "ben-gh", "approved", "production", "");
    assertThat(reviews.answer(plan)).isEmpty();
    assertThat(signer()).isEmpty();
    github.records().review(run, "ben-gh", "approved", "Signalbox-Approval", "");
    assertThat(signer()).as("GitHub knows no case of environments").contains(BEN);
  }

  @Test
  void aWorkflowChangedOnABranchCountsForNothing() {
    run.branch = "mine";
    decides("ben-gh", "approved");
    assertThat(signer()).isEmpty();
    assertThat(objection()).contains("not started from the default branch");
  }

  @Test
  void somebodyElsesReviewAndOnesOwnCountForNothing() {
    decides("eve-gh", "approved");
    assertThat(signer()).isEmpty();
    assertThat(objection()).contains("none of environment.approvers");
    run.actor = "ben-gh";
    decides("ben-gh", "approved");
    assertThat(signer()).isEmpty();
    assertThat(objection()).contains("ben started").contains("reviewed it too");
  }

  @Test
  void aNoIsSaidAndOutweighsAYes() throws Exception {
    decides("ben-gh", "approved");
    decides("ben-gh", "rejected");
    assertThat(reviews.answer(plan)).isPresent();
    assertThat(signer()).isEmpty();
    assertThat(objection()).contains("ben rejected it on GitHub").contains("seen it");
    github.records().review(run, "ben-gh", "rejected", ENVIRONMENT, "no\u001b]0;x\u0007 \u202eway");
    assertThat(objection()).contains("rejected it").doesNotContainPattern("[\\p{Cc}\u202e]");
  }

  @Test
  void whoeverHoldsTheTokenIsNotTheSecondPerson() {
    String review = "github-review " + run.id();
    assertThat(reviews.ownKey(BEN, review)).as("an app's token stands for nobody").isFalse();
    github.trouble("GET /user", GithubRig.Trouble.LIMITED);
    assertThat(reviews.ownKey(BEN, review)).as("not known, so not allowed").isTrue();
  }

  @Test
  void aTokensOwnerMayStillSignByKeyAndGithubIsNotAskedForThat() {
    github.records().user("ben-gh");
    assertThat(reviews.ownKey(BEN, "github-review " + run.id())).isTrue();
    assertThat(reviews.ownKey(CAS, "github-review " + run.id())).isFalse();
    assertThat(reviews.ownKey(BEN, "-----BEGIN SSH SIGNATURE-----")).isFalse();
  }

  @Test
  void aSignatureIsNotItsBusiness() {
    assertThat(reviews.signer(plan.hash(), "-----BEGIN SSH SIGNATURE-----", List.of(BEN)))
        .isEmpty();
    assertThat(reviews.objection(plan.hash(), "github-review 1; x", List.of(BEN))).isEmpty();
  }

  @Test
  void aGithubThatCannotBeAskedIsSaid() {
    github.trouble(".*approvals", GithubRig.Trouble.LIMITED);
    assertThatThrownBy(() -> reviews.answer(plan))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("GitHub could not be asked");
  }

  @Test
  void theCommandNamesThePlanAndItsHash() {
    assertThat(reviews.command(plan))
        .startsWith("gh workflow run approval.yml --repo acme/shop")
        .contains("hash=" + plan.hash());
  }
}
