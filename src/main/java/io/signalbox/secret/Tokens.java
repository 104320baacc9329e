package io.signalbox.secret;

import io.signalbox.profile.TokenRef;
import io.signalbox.snapshot.SourceException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Fetches tokens from where the profile says they are kept. Blocking; safe on every thread. No
 * message, exception or argument list ever holds a token.
 */
public final class Tokens {
  private final Map<String, String> environment;
  private final TokenProgram programs;
  private final Consumer<Secret> onResolved;

  /** Uses this environment for variables and for finding {@code secret-tool} and {@code gh}. */
  public Tokens(Map<String, String> environment) {
    this(environment, _ -> {});
  }

  /** As above; tells of each token before it is handed out, so that it is hidden from then on. */
  public Tokens(Map<String, String> environment, Consumer<Secret> onResolved) {
    this.onResolved = onResolved;
    this.environment = Map.copyOf(environment);
    programs = new TokenProgram(this.environment);
  }

  /**
   * The token kept there.
   *
   * @throws SourceException hopeless: what is missing, where, and what to do
   */
  public Secret resolve(TokenRef ref) throws SourceException, InterruptedException {
    String found =
        switch (ref) {
          case TokenRef.Environment(var name) -> variable(name);
          case TokenRef.GithubCli _ ->
              programs.run(List.of("gh", "auth", "token"), place(ref), "Run: gh auth login");
          case TokenRef.Keyring(var name) ->
              programs.run(
                  List.of("secret-tool", "lookup", "service", "signalbox", "name", name),
                  place(ref),
                  "Store it with: secret-tool store --label=signalbox service signalbox name "
                      + name);
          case TokenRef.TokenFile(var path) -> TokenFiles.read(path);
        };
    Secret token = secret(found.strip(), ref);
    onResolved.accept(token);
    return token;
  }

  /** Where a token is kept, in words. */
  public static String place(TokenRef ref) {
    return switch (ref) {
      case TokenRef.Environment(var name) -> "environment variable " + name;
      case TokenRef.GithubCli _ -> "gh auth token";
      case TokenRef.Keyring(var name) -> "keyring entry " + name;
      case TokenRef.TokenFile(var path) -> "file " + path;
    };
  }

  private String variable(String name) throws SourceException {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw SourceException.hopeless(
          "No token: the environment variable "
              + name
              + " is not set. Set it before starting, or"
              + " name another place in the profile.");
    }
    return value;
  }

  private static Secret secret(String found, TokenRef ref) throws SourceException {
    try {
      return new Secret(found);
    } catch (IllegalArgumentException e) {
      throw SourceException.hopeless(
          "No usable token in " + place(ref) + ": " + e.getMessage() + ". Store it there again.");
    }
  }
}
