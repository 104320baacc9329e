package io.signalbox.remote.durable;

import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.remote.ScriptRoad;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Calls verbs of the script and gathers what they answer. */
final class ScriptCalls {
  static final Duration ANSWER = Duration.ofSeconds(60);

  private final ScriptRoad road;
  private final DurableScript script;
  private final SecureRandom random = new SecureRandom();

  ScriptCalls(ScriptRoad road) {
    this(road, DurableScript.RUNS);
  }

  ScriptCalls(ScriptRoad road, DurableScript script) {
    this.road = road;
    this.script = script;
  }

  /** One line of an answer. */
  record Line(String kind, String words) {}

  /**
   * What a verb answered.
   *
   * @param complete it came to its own end
   * @param trouble why it did not, in words
   */
  record Answer(boolean complete, List<Line> lines, String trouble) {
    Optional<String> words(String kind) {
      return lines.stream().filter(line -> line.kind().equals(kind)).map(Line::words).findFirst();
    }
  }

  /** Takes the streams of an answer. */
  interface Bytes {
    void bytes(String kind, long at, byte[] chunk, int offset, int length);

    /** Called for each line, so that a long answer is known to live. */
    void line(Line line);
  }

  Answer ask(RunPlace place, String verb, String id, List<String> more)
      throws RemoteException, InterruptedException {
    return ask(place, verb, id, more, NOTHING, ANSWER);
  }

  /**
   * Asks and waits.
   *
   * @throws RemoteException only while nothing was sent
   */
  Answer ask(RunPlace place, String verb, String id, List<String> more, Bytes bytes, Duration limit)
      throws RemoteException, InterruptedException {
    return ask(place, new Call(verb, id, more, ""), bytes, limit);
  }

  /**
   * A verb with what it is given.
   *
   * @param prelude definitions that come before it
   */
  record Call(String verb, String id, List<String> more, String prelude) {}

  /** As above. */
  Answer ask(RunPlace place, Call call, Bytes bytes, Duration limit)
      throws RemoteException, InterruptedException {
    byte[] dice = new byte[12];
    random.nextBytes(dice);
    String nonce = HexFormat.of().formatHex(dice);
    List<String> arguments =
        new ArrayList<>(List.of(nonce, place.directory(), place.lockName(), call.id()));
    arguments.addAll(call.more());
    Collector collector = new Collector(bytes);
    FrameReader reader = new FrameReader(nonce, collector);
    String text = script.call(call.verb(), arguments, call.prelude());
    ScriptEnd end = road.send(place.host(), text, reader, limit);
    return new Answer(reader.ended(), collector.lines, trouble(place, reader, end));
  }

  private static String trouble(RunPlace place, FrameReader reader, ScriptEnd end) {
    if (reader.ended()) {
      return "";
    }
    if (end.exitStatus() == null) {
      return "the connection to " + place.host() + " broke before the answer was complete";
    }
    return "/bin/sh on "
        + place.host()
        + " gave no answer (exit code "
        + end.exitStatus()
        + (end.err().isEmpty() ? "" : ": " + String.join(" ", end.err()))
        + "); the login shell of the user there has to allow commands";
  }

  static final Bytes NOTHING =
      new Bytes() {
        @Override
        public void bytes(String kind, long at, byte[] chunk, int offset, int length) {}

        @Override
        public void line(Line line) {}
      };

  private static final class Collector implements FrameReader.Frames {
    private final List<Line> lines = new ArrayList<>();
    private final Bytes bytes;

    Collector(Bytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public void line(String kind, String words) {
      Line line = new Line(kind, words);
      if (!kind.equals("beat")) {
        lines.add(line);
      }
      bytes.line(line);
    }

    @Override
    public void bytes(String kind, long at, byte[] chunk, int offset, int length) {
      bytes.bytes(kind, at, chunk, offset, length);
    }
  }
}
