package io.signalbox.rollback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is declared and what is observed, side by side; neither is taken for the other.
 *
 * @param state what the state file declares
 * @param observed what endpoint and version files say
 * @param artifacts versions whose artifact lies on the control host
 * @param deployed versions deployed before, newest first, with where that is known from
 * @param at when it was read
 */
public record Versions(
    StateFile state,
    List<Observation> observed,
    List<String> artifacts,
    Map<String, String> deployed,
    Instant at) {
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._+-]{0,127}");

  /** Copies the collections. */
  public Versions {
    observed = List.copyOf(observed);
    artifacts = List.copyOf(artifacts);
    deployed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(deployed));
  }

  /** True for what can be a version's name: no path, no word for a shell or a template. */
  public static boolean valid(String version) {
    return VERSION.matcher(version).matches();
  }

  /** The versions that were read, each once. */
  public List<String> seen() {
    return observed.stream().map(Observation::version).filter(Objects::nonNull).distinct().toList();
  }

  /** The one version that runs as far as can be told: all that was observed, else declared. */
  public Optional<String> current() {
    List<String> seen = seen();
    if (seen.size() == 1) {
      return Optional.of(seen.getFirst());
    }
    return seen.isEmpty() && !state.current().isEmpty()
        ? Optional.of(state.current())
        : Optional.empty();
  }

  /** The current version in words, with what contradicts. */
  public String words() {
    List<String> seen = seen();
    String declared =
        state.current().isEmpty() ? "nothing declared" : "declared " + state.current();
    return declared
        + ", "
        + (seen.isEmpty() ? "nothing observed" : "observed " + String.join(" and ", seen));
  }

  /** True where what is declared and what is observed contradict each other. */
  public boolean differ() {
    List<String> seen = seen();
    return seen.size() > 1
        || (seen.size() == 1
            && !state.current().isEmpty()
            && !seen.getFirst().equals(state.current()));
  }

  /** What could be gone back to: all but the one that runs. */
  public List<Candidate> candidates() {
    Map<String, List<String>> found = new LinkedHashMap<>();
    add(found, state.previous(), "state file, previous");
    add(found, state.current(), "state file, current");
    deployed.forEach((version, where) -> add(found, version, where));
    artifacts.forEach(version -> add(found, version, "artifact"));
    current().ifPresent(found::remove);
    return found.entrySet().stream()
        .map(one -> new Candidate(one.getKey(), one.getValue()))
        .toList();
  }

  private static void add(Map<String, List<String>> found, String version, String source) {
    if (valid(version)) {
      found.computeIfAbsent(version, _ -> new ArrayList<>()).add(source);
    }
  }

  /** Why this version cannot be gone back to; empty where nothing speaks against it. */
  public Optional<String> refusal(String target) {
    if (!valid(target)) {
      return Optional.of("`" + target + "` is no version: letters, digits and . _ + - are");
    }
    return current()
        .filter(target::equals)
        .map(one -> one + " is the version that runs already: " + words());
  }

  /** Whether a database migration lies between the version that runs and this one. */
  public Migration migration(String target) {
    return state.migration(target);
  }
}
