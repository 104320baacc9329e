package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.profile.read.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileWordsTest {
  private static final String RIGHT =
      """
      version: 1
      environment:
        name: production
        colour: red
      sources:
        prometheus:
          - { name: main, url: "http://127.0.0.1:9" }
      """;

  @TempDir Path folder;

  @Test
  void a_profile_without_a_mistake_says_nothing() throws IOException {
    assertThat(words(RIGHT)).isEmpty();
  }

  @Test
  void a_mistake_is_counted_placed_and_leaves_the_rest_in_use() throws IOException {
    List<String> words = words(RIGHT.replace("red", "mauve"));
    assertThat(words).hasSize(2);
    assertThat(words.getFirst()).contains("one mistake", "the rest of it is in use");
    assertThat(words.getLast()).startsWith("Line 4, environment.colour: ");
  }

  @Test
  void a_file_that_is_not_yaml_or_not_there_leaves_nothing_watched() throws IOException {
    List<String> broken = words("version: [1\n  x");
    assertThat(broken.getFirst()).startsWith("Nothing is watched: ");
    assertThat(broken.get(1)).startsWith("Line 2, the file is not valid YAML");

    Path none = folder.resolve("none.yaml");
    List<String> missing = ProfileWords.of(none, new ProfileReader(folder).read(none));
    assertThat(missing.getFirst()).startsWith("Nothing is watched: ").contains("none.yaml");
    assertThat(missing.get(1)).startsWith("The file ");
  }

  private List<String> words(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("profile.yaml"), yaml);
    return ProfileWords.of(file, new ProfileReader(folder).read(file));
  }
}
