package io.signalbox.procedure;

import io.signalbox.profile.Profile;
import io.signalbox.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runbooks of one environment: those of its folders, and where it names none, those that ship
 * with the console. Reads the disk each time it is asked: an edited file is seen at once. Blocks;
 * safe on every thread.
 */
public final class RunbookShelf {
  private static final String SHIPPED = "shipped with Signalbox";

  private final List<Path> folders;

  /** For a profile. */
  public RunbookShelf(Profile profile) {
    this.folders =
        profile.runbooks().folders().stream()
            .map(folder -> folder.toAbsolutePath().normalize())
            .toList();
  }

  /**
   * What is on it.
   *
   * @param troubles folders that could not be read, and why
   */
  public record Listing(List<Shelved> runbooks, List<String> troubles) {
    /** Copies the lists. */
    public Listing {
      runbooks = List.copyOf(runbooks);
      troubles = List.copyOf(troubles);
    }
  }

  /** All of them, in the order of the folders. */
  public Listing list() {
    List<Shelved> found = new ArrayList<>();
    List<String> troubles = new ArrayList<>();
    for (Path folder : folders) {
      RunbookFiles files = new RunbookFiles(folder);
      try {
        for (String name : files.list()) {
          found.add(
              new Shelved(folder.resolve(name).toString(), folder.toString(), files.read(name)));
        }
      } catch (IOException e) {
        troubles.add("the folder " + folder + " cannot be read: " + e);
      }
    }
    if (folders.isEmpty()) {
      ShippedRunbooks.NAMES.forEach(name -> found.add(shipped(name)));
    }
    return new Listing(found, troubles);
  }

  private static Shelved shipped(String name) {
    return new Shelved(name, SHIPPED, ShippedRunbooks.read(name));
  }

  /**
   * Finds one by its key, by its path below a folder, by the name of one that ships, or by the path
   * of a file anywhere.
   */
  public Optional<Shelved> find(String key) {
    for (Path folder : folders) {
      Optional<Shelved> found = below(folder, key);
      if (found.isPresent()) {
        return found;
      }
    }
    if (ShippedRunbooks.NAMES.contains(key)) {
      return Optional.of(shipped(key));
    }
    return file(key);
  }

  private static Optional<Shelved> below(Path folder, String key) {
    try {
      Path file = folder.resolve(key).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      RunbookFiles files = new RunbookFiles(folder);
      String name = folder.relativize(file).toString();
      return Optional.of(new Shelved(file.toString(), folder.toString(), files.read(name)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** One file by itself: its folder is what it may see. */
  public static Optional<Shelved> file(String path) {
    try {
      Path file = Path.of(path).toAbsolutePath().normalize();
      Path folder = file.getParent();
      if (folder == null || !Files.exists(file) || Files.isDirectory(file)) {
        return Optional.empty();
      }
      Runbook read = new RunbookFiles(folder).read(String.valueOf(file.getFileName()));
      return Optional.of(new Shelved(file.toString(), folder.toString(), read));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
