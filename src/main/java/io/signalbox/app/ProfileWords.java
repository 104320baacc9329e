package io.signalbox.app;

import io.signalbox.profile.Problem;
import io.signalbox.profile.read.ProfileResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A profile's problems as the window says them: first what they mean, then each with its place. */
final class ProfileWords {
  private ProfileWords() {}

  /** Empty for a profile without a problem. */
  static List<String> of(Path file, ProfileResult result) {
    List<Problem> problems = result.problems();
    if (problems.isEmpty()) {
      return List.of();
    }
    String count = problems.size() == 1 ? "one mistake" : problems.size() + " mistakes";
    List<String> words = new ArrayList<>();
    words.add(
        result.profile() == null
            ? "Nothing is watched: the profile "
                + file
                + " cannot be used. Correct it, then start"
                + " the console again."
            : "The profile " + file + " has " + count + "; the rest of it is in use.");
    problems.stream().map(ProfileWords::of).forEach(words::add);
    return words;
  }

  private static String of(Problem problem) {
    String line = problem.line() == 0 ? "" : "Line " + problem.line() + ", ";
    if (problem.field().isEmpty() || problem.field().equals("file")) {
      return line + (line.isEmpty() ? "The file " : "the file ") + problem.message();
    }
    return line + problem.field() + ": " + problem.message();
  }
}
