package io.signalbox.app;

import io.signalbox.profile.Profile;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A headless verb on a profile; where that has a mistake, nothing is begun. */
abstract class ProfileVerb implements Callable<Integer> {
  final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ProfileOption file = new ProfileOption();

  ProfileVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public final Integer call() throws InterruptedException {
    CommandLine line = Console.of(spec);
    String wrong = wrongUsage();
    if (!wrong.isEmpty()) {
      line.getErr().println(wrong);
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    Optional<Profile> read = file.read(surroundings.folders().home(), line.getErr());
    return read.isEmpty() || !ready(line) ? ExitCode.BAD_USAGE_OR_PROFILE : call(read.get(), line);
  }

  /** What is wrong with the words given, found before anything is read; empty for nothing. */
  String wrongUsage() {
    return "";
  }

  /** Whether it can be gone on with; said why where not. */
  boolean ready(CommandLine line) {
    return true;
  }

  /** Does what the verb is for; the exit code. */
  abstract int call(Profile profile, CommandLine line) throws InterruptedException;
}
