package io.signalbox.profile;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The playbook that brings an older version back. Paths and addresses are those of the control
 * host; empty text means that it is not given.
 *
 * @param directory the folder on the control host that the playbook is run in
 * @param variables what the product calls a value ({@code target}, {@code reason}, {@code failed})
 *     to the playbook's own name for it
 * @param versionFiles files on the hosts that hold the version running there
 * @param versionUrl answers with the version that is running
 * @param artifact where a version's artifact lies, with <code>{version}</code> in it
 * @param githubIssue whether an issue is written for each rollback
 * @param deploymentStatus whether a deployment status is written for each rollback
 */
public record RollbackProfile(
    String directory,
    String playbook,
    String inventory,
    Map<String, String> variables,
    String limit,
    List<String> tags,
    Map<String, String> env,
    String stateFile,
    List<String> versionFiles,
    String versionUrl,
    String artifact,
    Duration previewMaxAge,
    boolean githubIssue,
    boolean deploymentStatus) {
  /** How long a preview counts where the profile says nothing. */
  public static final Duration PREVIEW_MAX_AGE = Duration.ofMinutes(10);

  /** Nothing is configured: a rollback is refused with that as its reason. */
  public static final RollbackProfile NONE =
      new RollbackProfile(
          "",
          "",
          "",
          Map.of(),
          "",
          List.of(),
          Map.of(),
          "",
          List.of(),
          "",
          "",
          PREVIEW_MAX_AGE,
          false,
          false);

  /** Copies the collections. */
  public RollbackProfile {
    variables = Map.copyOf(variables);
    tags = List.copyOf(tags);
    env = Map.copyOf(env);
    versionFiles = List.copyOf(versionFiles);
  }

  /** True when there is a playbook to run. */
  public boolean configured() {
    return !playbook.isEmpty();
  }
}
