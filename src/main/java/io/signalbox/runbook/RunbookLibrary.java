package io.signalbox.runbook;

import java.util.List;
import java.util.Optional;

/**
 * All runbooks of an environment, as they were read together.
 *
 * @param entries in the order of their folders
 * @param troubles folders that could not be read, each with its reason
 */
public record RunbookLibrary(List<Entry> entries, List<String> troubles) {
  /** Before anything was read. */
  public static final RunbookLibrary EMPTY = new RunbookLibrary(List.of(), List.of());

  /** Copies the lists. */
  public RunbookLibrary {
    entries = List.copyOf(entries);
    troubles = List.copyOf(troubles);
  }

  /**
   * One runbook.
   *
   * @param key finds it again, and names it to the desk
   * @param folder where it is from, for the operator
   */
  public record Entry(String key, String folder, Runbook runbook) {}

  /** By its key. */
  public Optional<Entry> entry(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** Where a link of one of them leads: a runbook of the same folder. */
  public Optional<Entry> linked(Entry from, LinkTarget target) {
    return entries.stream()
        .filter(entry -> entry.folder().equals(from.folder()))
        .filter(entry -> entry.runbook().path().equals(target.path()))
        .findFirst();
  }

  /** By the last part of its path, as findings and alerts name it. */
  public Optional<Entry> called(String file) {
    return entries.stream()
        .filter(entry -> entry.runbook().path().equals(file))
        .findFirst()
        .or(
            () ->
                entries.stream()
                    .filter(entry -> ("/" + entry.runbook().path()).endsWith("/" + file))
                    .findFirst());
  }
}
