package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
  @Test
  void plainAndSingleQuotedWordsAreSplit() {
    assertThat(ShellWords.split("a  'b c' d'e'f ''")).contains(List.of("a", "b c", "def", ""));
    assertThat(ShellWords.split("'it'\\''s'")).contains(List.of("it's"));
    assertThat(ShellWords.split("'$HOME;`id`'")).contains(List.of("$HOME;`id`"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a&b", "a|b", "$x", "`x`", "\"x\"", "a>b", "'open", "a\nb", "~"})
  void whatAShellWouldInterpretIsNotUnderstood(String line) {
    assertThat(ShellWords.split(line)).isEmpty();
  }
}
