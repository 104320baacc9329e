package io.signalbox.app;

import io.signalbox.profile.Problem;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.profile.read.ProfileResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --profile FILE} of the headless verbs, which take no profile with a mistake in it. */
final class ProfileOption {
  @Option(
      names = "--profile",
      required = true,
      paramLabel = "FILE",
      description = "The environment's profile.")
  private Path file = Path.of("");

  /** The profile; empty, with every mistake printed, where there is one. */
  Optional<Profile> read(Path home, PrintWriter err) {
    return read(file, home, err);
  }

  /** As above, of a file that is named otherwise. */
  static Optional<Profile> read(Path file, Path home, PrintWriter err) {
    ProfileResult result = new ProfileReader(home).read(file);
    result.problems().stream().map(Problem::toString).forEach(err::println);
    err.flush();
    return result.problems().isEmpty() ? Optional.ofNullable(result.profile()) : Optional.empty();
  }
}
