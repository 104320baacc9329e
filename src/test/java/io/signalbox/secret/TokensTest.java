package io.signalbox.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.profile.TokenRef;
import io.signalbox.snapshot.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String TOKEN = "ghp_canary0123456789";

  @TempDir Path folder;

  @Test
  void aSecretDoesNotPrint() {
    Secret secret = new Secret(TOKEN);
    assertThat(secret.toString()).isEqualTo("***");
    assertThat("" + Map.of("token", secret)).doesNotContain("canary");
    assertThat(secret.fingerprint()).doesNotContain("canary").hasSize(16);
    assertThat(secret).isEqualTo(new Secret(TOKEN)).isNotEqualTo(new Secret("other"));
  }

  @Test
  void anEnvironmentVariableIsRead() throws Exception {
    Tokens tokens = new Tokens(Map.of("T", TOKEN + "\n"));
    assertThat(tokens.resolve(new TokenRef.Environment("T")).reveal()).isEqualTo(TOKEN);
    assertThat(failure(tokens, new TokenRef.Environment("U"))).contains("variable U is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void aFileOfTheOwnerAloneIsRead(String mode) throws Exception {
    assertThat(
            new Tokens(Map.of()).resolve(new TokenRef.TokenFile(file(mode, TOKEN + "\n"))).reveal())
        .isEqualTo(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rwx------", "r-----r--"})
  void aFileThatOthersMayUseIsRefusedWithTheCommandToRun(String mode) throws Exception {
    Path file = file(mode, TOKEN);
    assertThat(failure(new Tokens(Map.of()), new TokenRef.TokenFile(file)))
        .contains("chmod 600 " + file)
        .contains(mode)
        .doesNotContain("canary");
  }

  @Test
  void aFileWithoutAnyRightIsReadByRootAndRefusedInWordsToOthers() throws Exception {
    TokenRef ref = new TokenRef.TokenFile(file("---------", TOKEN));
    assertThat(catchThrowable(() -> new Tokens(Map.of()).resolve(ref)))
        .satisfiesAnyOf(
            refused -> assertThat(refused).isNull(),
            refused ->
                assertThat(refused)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("it cannot be read"));
  }

  @Test
  void noFileAFolderAndSeveralLinesAreRefused() throws Exception {
    Tokens tokens = new Tokens(Map.of());
    assertThat(failure(tokens, new TokenRef.TokenFile(folder.resolve("none"))))
        .contains("does not exist");
    assertThat(failure(tokens, new TokenRef.TokenFile(folder))).contains("no plain small file");
    assertThat(
            failure(tokens, new TokenRef.TokenFile(file("rw-------", TOKEN + "\nsecond line\n"))))
        .contains("one word")
        .doesNotContain("canary");
    assertThat(failure(tokens, new TokenRef.TokenFile(file("rw-------", "")))).contains("one word");
  }

  @Test
  void theKeyringIsAskedWithTheEntrysNameAndNothingOnStandardInput() throws Exception {
    program(
        "secret-tool",
        "cat >&2; [ \"$*\" = 'lookup service signalbox name main' ] && printf " + TOKEN);
    assertThat(tokensWithPrograms().resolve(new TokenRef.Keyring("main")).reveal())
        .isEqualTo(TOKEN);
    assertThat(failure(tokensWithPrograms(), new TokenRef.Keyring("other")))
        .contains("keyring entry other")
        .contains("secret-tool store --label=signalbox service signalbox name other");
  }

  @Test
  void theGithubCliIsAskedAndWhatItSaysOnErrorsIsNotRepeated() throws Exception {
    program("gh", "echo " + TOKEN);
    assertThat(tokensWithPrograms().resolve(new TokenRef.GithubCli()).reveal()).isEqualTo(TOKEN);
    program("gh", "echo " + TOKEN + " >&2; exit 1");
    assertThat(failure(tokensWithPrograms(), new TokenRef.GithubCli()))
        .contains("gh auth login")
        .doesNotContain("canary");
    assertThat(failure(new Tokens(Map.of("PATH", folder + "/empty")), new TokenRef.GithubCli()))
        .contains("gh is not installed");
  }

  @Test
  void aTokenIsFetchedOnceAndAgainAfterItWasRefused() throws Exception {
    program("gh", "echo x >> " + folder + "/calls; echo " + TOKEN);
    LazyToken token = new LazyToken(tokensWithPrograms(), new TokenRef.GithubCli());
    assertThat(folder.resolve("calls")).doesNotExist();
    assertThat(token.get()).isEqualTo(token.get());
    assertThat(folder.resolve("calls")).hasContent("x");
    token.forget();
    assertThat(token.get()).isEqualTo(new Secret(TOKEN));
    assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(2);
    assertThat(new LazyToken(tokensWithPrograms(), null).get()).isNull();
  }

  private String failure(Tokens tokens, TokenRef ref) {
    SourceException e = catchThrowableOfType(SourceException.class, () -> tokens.resolve(ref));
    assertThat(e.isHopeless()).isTrue();
    return String.valueOf(e.getMessage());
  }

  private Tokens tokensWithPrograms() {
    return new Tokens(Map.of("PATH", folder + "/bin:/usr/bin:/bin"));
  }

  private void program(String name, String script) throws Exception {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private Path file(String mode, String content) throws Exception {
    Path file = Files.createTempFile(folder, "token", "");
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
