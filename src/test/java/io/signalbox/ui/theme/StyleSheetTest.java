package io.signalbox.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours come from tokens, and every token that is used exists. */
class StyleSheetTest {
  private static final Pattern LITERAL = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");
  private static final Pattern USED =
      Pattern.compile(
          ":[^;{}]*?(-(?:fg|bg|accent|success|attention|danger|done|border|stale|env|scrim|shadow|s)-?[a-z0-9-]*)");
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*(-[a-z0-9-]+)\\s*:", Pattern.MULTILINE);
  private static final Set<String> TOKEN_SHEETS = Set.of("tokens.css", "dark.css", "light.css");

  @Test
  void feature_sheets_hold_no_colour_literal_and_no_scale_name() throws IOException {
    for (Path sheet : sheets()) {
      if (!TOKEN_SHEETS.contains(name(sheet))) {
        String css = Files.readString(sheet);
        assertThat(LITERAL.matcher(css).results().map(r -> r.group())).as(name(sheet)).isEmpty();
        assertThat(css).as(name(sheet)).doesNotContain("-s-");
      }
    }
  }

  @Test
  void a_literal_would_be_found() {
    assertThat(LITERAL.matcher(".x { -fx-fill: #ff0000; }").find()).isTrue();
    assertThat(LITERAL.matcher(".x { -fx-fill: rgba(1,2,3,0.4); }").find()).isTrue();
  }

  @Test
  void both_looks_assign_the_same_scale() throws IOException {
    assertThat(declared("dark.css")).isEqualTo(declared("light.css")).isNotEmpty();
  }

  @Test
  void every_functional_name_that_a_feature_uses_is_declared() throws IOException {
    Set<String> known = new HashSet<>(declared("tokens.css"));
    known.add("-env");
    for (Path sheet : sheets()) {
      if (!TOKEN_SHEETS.contains(name(sheet))) {
        Matcher used = USED.matcher(Files.readString(sheet));
        List<String> unknown = new ArrayList<>();
        while (used.find()) {
          if (!known.contains(used.group(1))) {
            unknown.add(used.group(1));
          }
        }
        assertThat(unknown).as(name(sheet)).isEmpty();
      }
    }
  }

  @Test
  void text_can_be_read_on_its_ground_in_both_looks() {
    for (Theme theme : Theme.values()) {
      Palette palette = Palette.of(theme);
      for (Token ground : List.of(Token.BG_CANVAS, Token.BG_PANEL)) {
        for (Token text :
            List.of(
                Token.FG_DEFAULT,
                Token.FG_MUTED,
                Token.ACCENT_FG,
                Token.ATTENTION_FG,
                Token.DANGER_FG,
                Token.DONE_FG,
                Token.SUCCESS_FG)) {
          assertThat(Contrast.of(palette.of(text), palette.of(ground)))
              .as(theme + " " + text + " on " + ground)
              .isGreaterThanOrEqualTo(4.5);
        }
        assertThat(Contrast.of(palette.of(Token.FG_SUBTLE), palette.of(ground)))
            .as(theme + " subtle on " + ground)
            .isGreaterThanOrEqualTo(4.0);
      }
      assertThat(Contrast.of(palette.of(Token.FG_ON_EMPHASIS), palette.of(Token.DANGER_FILL)))
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  private static Set<String> declared(String sheet) throws IOException {
    Set<String> names = new HashSet<>();
    Matcher matcher = DECLARED.matcher(Files.readString(folder().resolve(sheet)));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static List<Path> sheets() throws IOException {
    try (var files = Files.list(folder())) {
      return files.filter(file -> name(file).endsWith(".css")).sorted().toList();
    }
  }

  private static Path folder() {
    return Path.of(URI.create(Theme.class.getResource("tokens.css").toString())).getParent();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
