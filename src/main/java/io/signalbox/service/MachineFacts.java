package io.signalbox.service;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads the numbers out of {@code df}, {@code free}, {@code /proc/loadavg} and {@code nproc}; what
 * a login shell prints before them is passed over.
 */
final class MachineFacts {
  private MachineFacts() {}

  /** Use of the file system in percent of what can be used, from {@code df -B1 -P}. */
  static OptionalDouble diskPercent(List<String> lines) {
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      if (words.length == 6 && words[5].equals("/")) {
        return share(words[2], words[2], words[3]);
      }
    }
    return OptionalDouble.empty();
  }

  /** Memory that is not available to a new program in percent, from {@code free -b}. */
  static OptionalDouble memoryPercent(List<String> lines) {
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      if (words[0].equals("Mem:") && words.length >= 7) {
        try {
          double total = Double.parseDouble(words[1]);
          double available = Double.parseDouble(words[6]);
          return total > 0
              ? OptionalDouble.of(100 * (total - available) / total)
              : OptionalDouble.empty();
        } catch (NumberFormatException e) {
          return OptionalDouble.empty();
        }
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble share(String part, String used, String free) {
    try {
      double whole = Double.parseDouble(used) + Double.parseDouble(free);
      return whole > 0
          ? OptionalDouble.of(100 * Double.parseDouble(part) / whole)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Load of the last minute. */
  static OptionalDouble load(List<String> lines) {
    try {
      return lines.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(lines.getLast().strip().split("\\s+")[0]));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Number of processors. */
  static OptionalInt cores(List<String> lines) {
    try {
      int cores = lines.isEmpty() ? 0 : Integer.parseInt(lines.getLast().strip());
      return cores > 0 ? OptionalInt.of(cores) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.0f %%", value);
  }
}
