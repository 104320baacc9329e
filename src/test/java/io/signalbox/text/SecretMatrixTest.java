package io.signalbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 20 secrets in 12 forms, split at 5 places, coloured at 3: none may leak. */
class SecretMatrixTest {
  private static final List<String> SECRETS = secrets();

  /** Made by a fixed seed, so that none is a token of anybody. */
  private static List<String> secrets() {
    Random random = new Random(2026);
    List<String> secrets = new ArrayList<>();
    String alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    String odd = "'\"&<>+/= %\\$;!#~äß€";
    for (int i = 0; i < 20; i++) {
      StringBuilder secret = new StringBuilder();
      for (int n = 8 + i * 2; n > 0; n--) {
        String from = i % 4 == 3 && n % 5 == 0 ? odd : alphabet;
        secret.append(from.charAt(random.nextInt(from.length())));
      }
      secrets.add(secret.toString());
    }
    return secrets;
  }

  /** The forms, written here in their own way. */
  private static Map<String, String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("plain", secret);
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = ("xy".substring(0, offset) + secret).getBytes(StandardCharsets.UTF_8);
      forms.put("base64+" + offset, Base64.getEncoder().encodeToString(shifted));
    }
    forms.put("base64url", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    forms.put("hex", HexFormat.of().formatHex(bytes));
    forms.put("HEX", HexFormat.of().withUpperCase().formatHex(bytes));
    forms.put("url+", URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.put("json", secret.replace("\\", "\\\\").replace("\"", "\\\""));
    forms.put(
        "xml",
        secret
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&apos;"));
    forms.put("shell", "'" + secret.replace("'", "'\\''") + "'");
    forms.put("case", secret.toUpperCase(Locale.ROOT));
    return forms;
  }

  @Test
  void F35_noSecretLeaksInAnyFormSplitOrColour() {
    SecretFilter filter = new SecretFilter();
    SECRETS.forEach(filter::know);
    int cases = 0;
    for (String secret : SECRETS) {
      Map<String, String> forms = forms(secret);
      assertThat(forms).hasSize(12);
      for (Map.Entry<String, String> form : forms.entrySet()) {
        for (int split = 0; split < 5; split++) {
          for (int colour = 0; colour < 3; colour++) {
            String shown = show(filter, form.getValue(), split, colour);
            assertThat(shown)
                .as(
                    "%s of secret %d, split %d, colour %d",
                    form.getKey(), SECRETS.indexOf(secret), split, colour)
                .startsWith("before ")
                .endsWith(" after")
                .contains(SecretMask.MASK);
            assertThat(rest(shown)).as(form.getKey()).hasSizeLessThanOrEqualTo(6);
            cases++;
          }
        }
      }
    }
    assertThat(cases).isEqualTo(3600);
  }

  /** What is left of the form beside the mask: quotes, or the edges of base64. */
  private static String rest(String shown) {
    return shown
        .substring("before ".length(), shown.length() - " after".length())
        .replace(SecretMask.MASK, "");
  }

  private static String show(SecretFilter filter, String form, int split, int colour) {
    int middle = form.offsetByCodePoints(0, form.codePointCount(0, form.length()) / 2);
    String coloured =
        switch (colour) {
          case 0 -> "\u001b[31m" + form + "\u001b[0m";
          case 1 ->
              form.substring(0, middle) + "\u001b[1;32m" + form.substring(middle) + "\u001b[m";
          default -> form.charAt(0) + "\u001b[38;5;4m\u001b[K" + form.substring(1);
        };
    byte[] bytes = ("before " + coloured + " after\n").getBytes(StandardCharsets.UTF_8);
    int first = "before ".length();
    int at =
        switch (split) {
          case 0 -> first;
          case 1 -> first + 1;
          case 2 -> first + (bytes.length - first) / 2;
          case 3 -> bytes.length - " after\n".length() - 1;
          default -> bytes.length - 1;
        };
    List<StyledLine> lines = new ArrayList<>();
    try (LineFeed feed = new LineFeed(filter, lines::add)) {
      feed.feed(bytes, 0, at);
      feed.feed(bytes, at, bytes.length - at);
    }
    assertThat(lines).hasSize(1);
    return lines.getFirst().text();
  }

  @ParameterizedTest
  @CsvSource({":Password123!,OlBh", "a:Password123!,YTpQ", "abc:Password123!,YWJj"})
  void theRunnersOwnCasesOfBase64(String text, String kept) {
    SecretFilter filter = new SecretFilter();
    filter.know("Password123!");
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String masked = filter.mask(encoded);
    assertThat(masked).contains(SecretMask.MASK).hasSizeLessThanOrEqualTo(kept.length() + 8);
  }

  @Test
  void F35_aKeyOfSeveralLinesIsHiddenLineByLineAndWhole() {
    SecretFilter filter = new SecretFilter();
    String value = "first-line-of-it\nsecond-line-of-it\nab";
    filter.know(value);
    assertThat(filter.mask("x second-line-of-it y")).isEqualTo("x *** y");
    assertThat(filter.mask("{\"key\":\"first-line-of-it\\nsecond-line-of-it\\nab\"}"))
        .isEqualTo("{\"key\":\"***\"}");
  }

  @Test
  void F35_invisibleCharactersInsideDoNotHideIt() {
    SecretFilter filter = new SecretFilter();
    filter.know("correct-horse");
    List<StyledLine> lines = new ArrayList<>();
    byte[] bytes = "a cor\u200brect\0-horse b\n".getBytes(StandardCharsets.UTF_8);
    try (LineFeed feed = new LineFeed(filter, lines::add)) {
      feed.feed(bytes, 0, bytes.length);
    }
    assertThat(lines.getFirst().text()).isEqualTo("a *** b");
  }

  @Test
  void F35_aSecretAtTheCutOfALongLineIsNotHalfShown() {
    SecretFilter filter = new SecretFilter();
    filter.know("two words of secret");
    for (int before = LineFeed.MAX_RAW - 30; before < LineFeed.MAX_RAW; before++) {
      String line = "x".repeat(before - 5) + "\r1234 two words of secret and more ";
      List<StyledLine> lines = new ArrayList<>();
      byte[] bytes = (line + "y".repeat(99) + "\n").getBytes(StandardCharsets.UTF_8);
      try (LineFeed feed = new LineFeed(filter, lines::add)) {
        feed.feed(bytes, 0, bytes.length);
      }
      assertThat(lines.getFirst().text()).doesNotContain("two w");
    }
  }

  @Test
  void cleanTextStaysByteForByte() {
    SecretFilter filter = new SecretFilter();
    SECRETS.forEach(filter::know);
    Random random = new Random(7);
    String words =
        "restart runner shop deploy build 12:34:56 [info] /var/log/x.log a=b; 100% (ok) ";
    StringBuilder text = new StringBuilder();
    while (text.length() < 8_000_000) {
      int from = random.nextInt(words.length() - 10);
      text.append(words, from, from + 1 + random.nextInt(9));
      text.append(random.nextInt(12) == 0 ? "\n" : "");
    }
    assertThat(filter.mask(text.toString())).isEqualTo(text.toString());
  }

  @Test
  void aFilterAndItsPartsNeverPrintAValue() {
    SecretFilter filter = new SecretFilter();
    filter.know("correct-horse");
    assertThat(filter.toString() + filter.matcher()).doesNotContain("correct");
  }
}
