package io.signalbox.profile;

import java.nio.file.Path;

/** Where a token is kept. A profile never holds the token itself. */
public sealed interface TokenRef {
  /** An environment variable's name. */
  record Environment(String name) implements TokenRef {}

  /** What {@code gh auth token} prints. */
  record GithubCli() implements TokenRef {}

  /** The system keyring's entry. */
  record Keyring(String name) implements TokenRef {}

  /** A file with mode 0600. */
  record TokenFile(Path path) implements TokenRef {}
}
