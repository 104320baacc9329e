package io.signalbox.profile.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML file to its node tree, which keeps the line of everything. Bounded in size. */
final class YamlFile {
  private static final int MOST_BYTES = 1 << 20;

  private YamlFile() {}

  /** The file's top mapping; null, with a problem recorded, where there is none. */
  static @Nullable MappingNode read(Path file, Problems problems) {
    String text;
    try {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(MOST_BYTES + 1); // a device or a pipe has no size
      }
      if (bytes.length > MOST_BYTES) {
        problems.add(0, "file", "is larger than 1 MiB; a profile holds one environment only");
        return null;
      }
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (MalformedInputException _) {
      problems.add(0, "file", "is not UTF-8 text; save it as UTF-8");
      return null;
    } catch (NoSuchFileException _) {
      problems.add(0, "file", "does not exist; check the path, README.md says how to write one");
      return null;
    } catch (IOException e) {
      problems.add(
          0,
          "file",
          Files.isDirectory(file)
              ? "is a folder; name the file in it"
              : "cannot be read (" + e.getClass().getSimpleName() + "); check path and rights");
      return null;
    }
    return parse(text, problems);
  }

  private static @Nullable MappingNode parse(String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setMaxAliasesForCollections(50)
            .setAllowRecursiveKeys(false)
            .setAllowDuplicateKeys(true) // reported by Fields, with the line of the second one
            .build();
    try {
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root instanceof MappingNode mapping) {
        return mapping;
      }
      problems.add(1, "file", "holds no settings; begin with `version: 1` and `environment:`");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.add(line, "file", "is not valid YAML here: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(0, "file", "is not valid YAML: " + firstLine(e.getMessage()));
    } catch (StackOverflowError _) {
      problems.add(0, "file", "is nested too deeply to be a profile");
    }
    return null;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
