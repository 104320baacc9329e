package io.signalbox.procedure;

import io.signalbox.runbook.ProgressStore;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Progress as one JSON file per environment and runbook, replaced in one step. A file that cannot
 * be read is never replaced: it is set aside, and that is said.
 */
public final class FileProgress implements ProgressStore {
  private static final Logger LOG = LoggerFactory.getLogger(FileProgress.class);
  private static final String ASIDE = ".unreadable";

  private final Path folder;
  private final String environment;
  private final Set<Path> mine = new HashSet<>();

  /** Below this folder, which is made when it is first needed. */
  public FileProgress(Path folder, String environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Where this console keeps it. */
  public static FileProgress of(Path state, String environment) {
    return new FileProgress(state.resolve("runbooks"), environment);
  }

  private Path file(String key) {
    return named("2\n" + environment + "\n" + key);
  }

  /** Where consoles before this one kept it: by its path below whatever folder. */
  private Path before(Runbook runbook) {
    return named(environment + "\n" + runbook.path());
  }

  private Path named(String words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest).substring(0, 32) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public synchronized RunbookProgress load(String key, Runbook runbook) {
    Path own = file(key);
    Path file = Files.exists(own) ? own : before(runbook);
    if (!Files.exists(file)) {
      return RunbookProgress.fresh(runbook);
    }
    try {
      RunbookProgress read = ProgressJson.read(runbook, Files.readString(file));
      // what this process began runs still; what another began has ended in a way not known here
      return mine.contains(file) ? read : read.afterRestart();
    } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
      LOG.warn("The progress in {} cannot be read and begins anew: {}", file, e.toString());
      return RunbookProgress.fresh(runbook)
          .noted(
              "what was kept of it in "
                  + file
                  + " cannot be read ("
                  + e.getMessage()
                  + "), so it begins anew; the file is kept beside the new one");
    }
  }

  @Override
  public synchronized RunbookProgress change(
      String key, Runbook runbook, UnaryOperator<RunbookProgress> change) {
    RunbookProgress before = load(key, runbook);
    RunbookProgress after = change.apply(before);
    Path file = file(key);
    try {
      Files.createDirectories(folder);
      if (!before.note().isEmpty() && Files.exists(file)) {
        Files.move(file, aside(file));
      }
      Path fresh = Files.createTempFile(folder, "progress-", ".new");
      Files.writeString(fresh, ProgressJson.write(environment, key, after));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      mine.add(file);
      return after;
    } catch (IOException e) {
      throw new IllegalStateException("the progress cannot be written to " + file + ": " + e, e);
    }
  }

  private static Path aside(Path file) {
    for (int i = 1; ; i++) {
      Path free = file.resolveSibling(file.getFileName() + ASIDE + (i == 1 ? "" : "-" + i));
      if (!Files.exists(free)) {
        return free;
      }
    }
  }
}
