package io.signalbox.remote.durable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a place says before anything is started there.
 *
 * @param lastToken the highest fencing token it has seen
 * @param held the environment's lock is held
 * @param holder by whom, null where the lock is free or the holder file is not readable
 * @param freeKilobytes room for logs, null where it is not known
 * @param strays runs without a result whose shell is gone and whose processes are not
 */
public record Survey(
    String host,
    long lastToken,
    boolean held,
    @Nullable RunMeta holder,
    @Nullable Long freeKilobytes,
    List<String> strays) {
  /** Copies the list. */
  public Survey {
    strays = List.copyOf(strays);
  }

  /** The first of what goes on there without anybody to say how it ends; empty for nothing. */
  public String strayWords() {
    return strays.isEmpty()
        ? ""
        : strays.getFirst()
            + " was killed or lost its result, but processes of it are alive: end it with abort";
  }

  /** The runs of that kind that an answer names, in words. */
  static List<String> strays(ScriptCalls.Answer answer, String host) {
    return answer.lines().stream()
        .filter(line -> line.kind().equals("stray"))
        .map(line -> "run " + line.words() + " on " + host)
        .toList();
  }

  /** The lock in words. */
  public String lockWords() {
    if (!held) {
      return "the environment's lock on " + host + " is free";
    }
    return holder == null
        ? "the environment's lock on " + host + " is held; by whom is not readable"
        : "the environment's lock on " + host + " is " + holder.holderWords();
  }
}
