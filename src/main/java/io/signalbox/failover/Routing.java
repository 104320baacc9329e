package io.signalbox.failover;

import io.signalbox.model.RoleMove;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import java.util.List;

/**
 * Which labels carry a role from one runner to another.
 *
 * @param required what the deploying job asks for
 * @param add what the taker lacks
 * @param remove what is taken from the giver, so that no new job lands there; never empty
 */
public record Routing(List<String> required, List<String> add, List<String> remove) {
  private static final String PRIMARY = "primary";

  /** Copies the lists. */
  public Routing {
    required = List.copyOf(required);
    add = List.copyOf(add);
    remove = List.copyOf(remove);
  }

  /**
   * For a move between two runners as they are labelled now. The routing label is what tells the
   * two roles apart in the profile: required, and not expected of the one who is to be without it
   * (on the way there: of the stand-in; on the way back: of the stand-in again). Where the profile
   * expects no labels it is {@code primary}, or else the last one that is required.
   */
  public static Routing between(
      Profile profile, RoleMove move, String from, String to, List<String> labelsOfTaker) {
    List<String> required = profile.deployment().requires();
    String standIn = move == RoleMove.FAILBACK ? from : to;
    return new Routing(
        required, Labels.missing(labelsOfTaker, required), routing(required, profile, standIn));
  }

  private static List<String> routing(List<String> required, Profile profile, String standIn) {
    List<String> custom = required.stream().filter(label -> !Labels.given(label)).toList();
    List<String> expected = profile.runner(standIn).map(RunnerProfile::labels).orElse(List.of());
    List<String> telling = expected.isEmpty() ? List.of() : Labels.missing(expected, custom);
    if (!telling.isEmpty()) {
      return telling;
    }
    if (Labels.has(custom, PRIMARY)) {
      return custom.stream().filter(PRIMARY::equalsIgnoreCase).toList();
    }
    return custom.isEmpty() ? List.of() : List.of(custom.getLast());
  }

  /** Why the move cannot be made with labels at all, empty where it can. */
  public String obstacle() {
    if (required.isEmpty()) {
      return "the profile does not say which labels the deploying job asks for; give it"
          + " deployment.requires";
    }
    if (remove.isEmpty()) {
      return "deployment.requires holds only labels that GitHub gives itself ("
          + String.join(", ", required)
          + "); a role needs a label of its own";
    }
    List<String> fixed = add.stream().filter(Labels::given).toList();
    return fixed.isEmpty()
        ? ""
        : "the taker lacks " + String.join(", ", fixed) + ", which GitHub gives and nobody can add";
  }
}
