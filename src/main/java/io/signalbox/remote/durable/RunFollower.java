package io.signalbox.remote.durable;

import io.signalbox.remote.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one run's log to its end, over as many connections as it takes. */
final class RunFollower implements ScriptCalls.Bytes {
  private static final int LOOK_SECONDS = 600;
  private static final Duration LOOK = Duration.ofSeconds(LOOK_SECONDS + 120);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final ScriptCalls calls;
  private final RunPlace place;
  private final String id;
  private final RunOutput output;
  private long offset;
  private long aside;
  private boolean contact;

  RunFollower(ScriptCalls calls, RunPlace place, String id, RunOutput output) {
    this.calls = calls;
    this.place = place;
    this.id = id;
    this.output = output;
  }

  /**
   * Follows until the run is over.
   *
   * @param patience how much waiting without any contact is borne
   * @return how it stands, null where contact was lost for good
   */
  @Nullable RunStatus follow(Waiting waiting, Duration patience) throws InterruptedException {
    Duration wait = Duration.ofSeconds(1);
    Duration waited = Duration.ZERO;
    while (true) {
      contact = false;
      String trouble;
      try {
        ScriptCalls.Answer answer = calls.ask(place, "follow", id, from(), this, LOOK);
        trouble = answer.trouble();
        RunStatus status =
            answer.words("run").map(words -> RunStatus.parse(place.host(), words)).orElse(null);
        if (answer.complete() && status != null) {
          return status;
        }
      } catch (RemoteException e) {
        trouble = e.getMessage();
      }
      if (contact) {
        wait = Duration.ofSeconds(1);
        waited = Duration.ZERO;
      }
      if (trouble.isEmpty()) {
        continue;
      }
      if (waited.compareTo(patience) >= 0) {
        output.notice(trouble + "; no further attempt is made, the run goes on without a viewer");
        return null;
      }
      output.notice(trouble + "; the run goes on there, reading on from byte " + offset);
      waiting.sleep(wait);
      waited = waited.plus(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
  }

  private List<String> from() {
    List<String> from = List.of(Long.toString(offset), Integer.toString(LOOK_SECONDS));
    return output.wantsEvents()
        ? Stream.concat(from.stream(), Stream.of(Long.toString(aside))).toList()
        : from;
  }

  @Override
  public void line(ScriptCalls.Line line) {
    contact = true;
    output.alive();
  }

  @Override
  public void bytes(String kind, long at, byte[] chunk, int from, int length) {
    contact = true;
    output.alive();
    if (kind.equals("verify")) {
      output.verify(chunk, from, length);
      return;
    }
    boolean events = kind.equals("aside");
    long next = events ? aside : offset;
    if (at > next) {
      throw new IllegalStateException("bytes " + next + " to " + at + " were skipped");
    }
    int known = (int) Math.min(length, next - at);
    if (known == length) {
      return;
    }
    if (events) {
      aside += length - known;
      output.events(chunk, from + known, length - known);
    } else {
      offset += length - known;
      output.bytes(chunk, from + known, length - known);
    }
  }
}
