package io.signalbox.failover;

import io.signalbox.model.GithubRunner;
import io.signalbox.model.RunnerRole;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.snapshot.GithubSight;
import io.signalbox.snapshot.Snapshot;
import java.util.List;

/**
 * Where the deploying role is, by the labels that GitHub has. Pure.
 *
 * @param home the runners where the profile says that it belongs
 * @param carriers of those, the ones that carry all required labels now
 * @param standIns runners of the profile that carry them although the role does not belong there
 * @param words one sentence
 */
public record FailoverState(
    Kind kind, List<String> home, List<String> carriers, List<String> standIns, String words) {

  /** How the labels stand. */
  public enum Kind {
    /** The profile does not say what is required, or where the role belongs. */
    NOT_CONFIGURED("not configured"),
    /** GitHub's answer is missing, old or has gaps. */
    UNKNOWN("unknown"),
    /** The role is where it belongs. */
    NORMAL("normal"),
    /** Half done: at home and at a stand-in at once. */
    BOTH_ACTIVE("both active"),
    /** Half done: nobody has it, and every deploying job waits. */
    NONE_ACTIVE("none active"),
    /** At a stand-in: a failback is owed. */
    MOVED("moved");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for screen and JSON. */
    public String word() {
      return word;
    }
  }

  /** Copies the lists. */
  public FailoverState {
    home = List.copyOf(home);
    carriers = List.copyOf(carriers);
    standIns = List.copyOf(standIns);
  }

  /** The runners where the role belongs, in the profile's order. */
  public static List<String> home(Profile profile) {
    List<String> required = profile.deployment().requires();
    List<String> expecting =
        profile.runners().stream()
            .filter(one -> !required.isEmpty() && Labels.satisfies(one.labels(), required))
            .map(RunnerProfile::github)
            .toList();
    if (!expecting.isEmpty()) {
      return expecting;
    }
    return profile.runners().stream()
        .filter(one -> one.role() == RunnerRole.PRIMARY)
        .map(RunnerProfile::github)
        .toList();
  }

  /** Reads it from a snapshot. */
  public static FailoverState of(Snapshot snapshot, Profile profile) {
    List<String> required = profile.deployment().requires();
    List<String> home = home(profile);
    if (required.isEmpty() || home.isEmpty()) {
      return new FailoverState(
          Kind.NOT_CONFIGURED,
          home,
          List.of(),
          List.of(),
          "The profile does not say which labels deploy, or which runner is the primary");
    }
    GithubSight sight = GithubSight.in(snapshot).orElse(null);
    if (sight == null || !sight.health().state().fresh() || sight.health().partial()) {
      return new FailoverState(
          Kind.UNKNOWN,
          home,
          List.of(),
          List.of(),
          "Who carries "
              + String.join(", ", required)
              + " is not known: no whole answer of GitHub");
    }
    return of(profile, sight.runners());
  }

  /**
   * The runners where the role belongs, once GitHub lists none of them any more and nobody else has
   * it: whoever had it is gone together with its labels, and no move has left it half done. Empty
   * otherwise, and while that is not known.
   */
  public static List<String> gone(Snapshot snapshot, Profile profile) {
    List<String> home = home(profile);
    return GithubSight.in(snapshot)
        .filter(GithubSight::whole)
        .filter(sight -> home.stream().allMatch(name -> sight.named(name).isEmpty()))
        .filter(sight -> of(profile, sight.runners()).kind() == Kind.NONE_ACTIVE)
        .map(_ -> home)
        .orElse(List.of());
  }

  /** Reads it from what GitHub lists. */
  public static FailoverState of(Profile profile, List<GithubRunner> listed) {
    List<String> required = profile.deployment().requires();
    List<String> home = home(profile);
    List<String> all =
        listed.stream()
            .filter(one -> Labels.satisfies(one.labels(), required))
            .map(GithubRunner::name)
            .distinct()
            .toList();
    List<String> carriers = all.stream().filter(home::contains).toList();
    List<String> standIns =
        all.stream()
            .filter(name -> !home.contains(name) && profile.runner(name).isPresent())
            .toList();
    Kind kind = kind(all, carriers, standIns);
    List<String> strangers = carriers.isEmpty() && kind == Kind.NORMAL ? all : List.of();
    String words =
        strangers.isEmpty()
            ? words(kind, required, home, standIns)
            : String.join(", ", strangers)
                + ", not listed in the profile, carries "
                + String.join(", ", required)
                + "; "
                + String.join(", ", home)
                + " does not";
    return new FailoverState(kind, home, carriers, standIns, words);
  }

  private static Kind kind(List<String> all, List<String> carriers, List<String> standIns) {
    if (all.isEmpty()) {
      return Kind.NONE_ACTIVE;
    }
    if (standIns.isEmpty()) {
      return Kind.NORMAL;
    }
    return carriers.isEmpty() ? Kind.MOVED : Kind.BOTH_ACTIVE;
  }

  private static String words(
      Kind kind, List<String> required, List<String> home, List<String> standIns) {
    String labels = String.join(", ", required);
    String homes = String.join(", ", home);
    String others = String.join(", ", standIns);
    return switch (kind) {
      case NONE_ACTIVE ->
          "None active: no runner carries " + labels + ", so no deployment can start";
      case BOTH_ACTIVE ->
          "Both active: "
              + homes
              + " and "
              + others
              + " carry "
              + labels
              + "; a failover is half done";
      case MOVED -> others + " deploys in place of " + homes + ": a failback is owed";
      default -> homes + " carries " + labels;
    };
  }

  /** True where a failover or failback was begun and not finished. */
  public boolean half() {
    return kind == Kind.BOTH_ACTIVE || kind == Kind.NONE_ACTIVE;
  }
}
