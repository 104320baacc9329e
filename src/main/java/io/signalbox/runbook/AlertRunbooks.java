package io.signalbox.runbook;

import io.signalbox.model.AlertInstance;
import io.signalbox.profile.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From an alert to the runbook that helps. Pure. */
public final class AlertRunbooks {
  private static final List<String> KEYS = List.of("runbook_url", "runbook", "runbookUrl");

  private AlertRunbooks() {}

  /**
   * The runbook that was found.
   *
   * @param path its path among the runbooks
   * @param why what led there, for the operator
   */
  public record Found(String path, String why) {}

  /**
   * Finds it: by the alert's own annotation or label, then by its name in the profile's table.
   *
   * @param paths of the runbooks there are
   */
  public static Optional<Found> find(
      AlertInstance alert, Profile profile, Collection<String> paths) {
    for (String key : KEYS) {
      for (String url :
          Stream.of(alert.annotations().get(key), alert.labels().get(key))
              .filter(one -> one != null && !one.isBlank())
              .toList()) {
        Optional<String> path = called(url, paths);
        if (path.isPresent()) {
          return Optional.of(new Found(path.get(), "the alert's " + key));
        }
      }
    }
    return profile
        .runbooks()
        .forName(alert.name())
        .flatMap(file -> called(file, paths))
        .map(path -> new Found(path, "its name, " + alert.name()));
  }

  /** By the last part of an address or path, with or without its ending. */
  private static Optional<String> called(String url, Collection<String> paths) {
    if (paths.contains(url)) {
      return Optional.of(url);
    }
    String bare = url.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    String last = stem(bare);
    return paths.stream().filter(path -> !last.isEmpty() && stem(path).equals(last)).findFirst();
  }

  private static String stem(String path) {
    return path.substring(path.lastIndexOf('/') + 1)
        .replaceFirst("(?i)\\.(md|markdown|html?)$", "");
  }

  /**
   * Where an operator who came from this alert begins.
   *
   * @param step the first diagnostic step, null where there is none
   */
  public record Opened(Runbook runbook, @Nullable Step step, Suggestions filled) {}

  /** Opens a runbook for an alert: at its first diagnostic step, filled from the alert's labels. */
  public static Opened open(Runbook runbook, AlertInstance alert, Profile profile) {
    return new Opened(
        runbook,
        runbook.firstDiagnostic().orElse(null),
        Suggestions.of(profile, alert.labels(), null, null));
  }
}
