package io.signalbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "token ghp_S3CRETs3cretS3CRETs3cret0123456789 end",
        "github_pat_S3CRET_0123456789abcdef",
        "id AKIAS3CRETS3CRETS3CR",
        "Authorization: Bearer S3CRET.abc-def",
        "authorization: Basic S3CRETS3CRET==",
        "{\"Authorization\": \"token S3CRETS3CRET\"}",
        "bearer S3CRETS3CRET",
        "password=S3CRET",
        "export DB_PASSWORD='S3CRET with blanks'",
        "{\"password\": \"S3CRET\", \"user\": \"ops\"}",
        "client_secret=S3CRET&grant=x",
        "--api-token=S3CRET",
        "passphrase: S3CRET",
        "https://user:S3CRET@example.com/x",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiS3CRET.S3CRET"
      })
  void knownShapesAreMasked(String text) {
    assertThat(SecretMask.mask(text)).contains(SecretMask.MASK).doesNotContain("S3CRET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Started actions.runner.acme-shop.shop-runner-a.service",
        "https://github.com/acme/shop/actions/runs/1",
        "12:34:56 ghp is a prefix",
        "sudo: a password is required",
        "Password:",
        "token: none was given",
        "the secret of it is tokens",
        "-----BEGIN CERTIFICATE-----"
      })
  void cleanTextStaysAsItIs(String text) {
    assertThat(SecretMask.mask(text)).isEqualTo(text);
  }

  @Test
  void aKeyBlockIsMaskedOverAllItsLines() {
    String text =
        "before\n-----BEGIN OPENSSH PRIVATE KEY-----\nS3CRET\nS3CRET\n"
            + "-----END OPENSSH PRIVATE KEY-----\nafter";
    assertThat(SecretMask.mask(text)).isEqualTo("before\n***\n***\n***\n***\nafter");
  }
}
