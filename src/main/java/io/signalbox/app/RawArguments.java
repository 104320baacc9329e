package io.signalbox.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The arguments as they were typed. Java decodes them by the locale: without one ({@code LC_ALL=C},
 * cron, a service) every letter beyond ASCII is lost. A command that is not the one that was typed
 * is not run: the bytes are read again as UTF-8 where the system keeps them, else refused.
 */
final class RawArguments {
  private static final char LOST = '\ufffd';

  private RawArguments() {}

  /** What was typed; empty where it cannot be known. */
  static Optional<String[]> of(String[] decoded) {
    return of(decoded, Path.of("/proc/self/cmdline"));
  }

  static Optional<String[]> of(String[] decoded, Path kept) {
    String[] typed = decoded.clone();
    List<byte[]> raw = null;
    for (int i = 0; i < typed.length; i++) {
      if (typed[i].indexOf(LOST) >= 0) {
        raw = raw == null ? words(kept) : raw;
        int at = raw.size() - typed.length + i;
        Optional<String> word = at < 0 ? Optional.empty() : text(raw.get(at));
        if (word.isEmpty()) {
          return Optional.empty();
        }
        typed[i] = word.get();
      }
    }
    return Optional.of(typed);
  }

  private static Optional<String> text(byte[] word) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Each ends with a NUL. */
  private static List<byte[]> words(Path kept) {
    List<byte[]> words = new ArrayList<>();
    try {
      byte[] all = Files.readAllBytes(kept);
      int from = 0;
      for (int at = 0; at < all.length; at++) {
        if (all[at] == 0) {
          words.add(Arrays.copyOfRange(all, from, at));
          from = at + 1;
        }
      }
    } catch (IOException _) {
      return List.of(); // no such system
    }
    return words;
  }
}
