package io.signalbox.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.rig.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An hour of polling passes here in milliseconds: time moves only by the test's hand. */
class PollerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final VirtualTime time = new VirtualTime(NOW);
  private final Pacing pacing = new Pacing(time, time, new SplittableRandom(1));
  private final Scripted source = new Scripted("main");
  private final List<SourceState<String>> states = new CopyOnWriteArrayList<>();
  private final Poller<String> poller = new Poller<>(source, 3, pacing, states::add);

  @AfterEach
  void stop() {
    poller.close();
  }

  @Test
  void readsAtOnceAndThenAtTheInterval() {
    source.answer("one").answer("two");
    poller.start();
    awaitStates(1);
    assertThat(states.getFirst()).isEqualTo(new SourceState.Fresh<>(Reading.whole("one"), NOW));
    time.advance(EVERY);
    awaitStates(2);
    assertThat(states.get(1))
        .isEqualTo(new SourceState.Fresh<>(Reading.whole("two"), NOW.plus(EVERY)));
  }

  @Test
  void failuresKeepTheLastReadingAndBackOffWithJitter() {
    source.answer("good");
    for (int i = 0; i < 6; i++) {
      source.fail(SourceException.passing("away", null));
    }
    source.answer("back").fail(SourceException.passing("away again", null));
    poller.start();
    awaitStates(1);
    time.advance(EVERY);
    long[] plain = {5, 10, 20, 40, 60, 60};
    for (int i = 0; i < plain.length; i++) {
      awaitStates(i + 2);
      var failed = (SourceState.Failed<String>) states.get(i + 1);
      assertThat(failed.last()).isEqualTo(Reading.whole("good"));
      assertThat(failed.at()).isEqualTo(NOW);
      assertThat(failed.since()).isEqualTo(NOW.plus(EVERY));
      Duration wait = Duration.between(time.instant(), failed.nextTry());
      assertThat((double) wait.toMillis()).isCloseTo(plain[i] * 1000, within(plain[i] * 200.0));
      time.advance(wait);
    }
    awaitStates(8);
    assertThat(states.get(7)).isInstanceOf(SourceState.Fresh.class);
    time.advance(EVERY);
    awaitStates(9);
    Duration first =
        Duration.between(time.instant(), ((SourceState.Failed<String>) states.get(8)).nextTry());
    assertThat(first).isLessThanOrEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void whatTheSourceAsksForIsObeyedToTheSecond() {
    source.fail(SourceException.waitFor("busy", Duration.ofSeconds(137))).answer("one");
    poller.start();
    awaitStates(1);
    assertThat(((SourceState.Failed<String>) states.getFirst()).nextTry())
        .isEqualTo(NOW.plusSeconds(137));
    time.advance(Duration.ofSeconds(136));
    assertThat(source.reads.get()).isEqualTo(1);
    time.advance(Duration.ofSeconds(1));
    awaitStates(2);
    assertThat(states.get(1).fresh()).isTrue();
  }

  @Test
  void hopelessMeansSilenceUntilSomebodyAsks() {
    source.fail(SourceException.hopeless("token refused")).answer("one");
    poller.start();
    awaitStates(1);
    assertThat(((SourceState.Failed<String>) states.getFirst()).nextTry()).isNull();
    time.advance(Duration.ofHours(5));
    poller.wake();
    assertThat(source.reads.get()).isEqualTo(1);
    poller.askNow();
    awaitStates(2);
    assertThat(states.get(1).fresh()).isTrue();
  }

  @Test
  void askNowWhileReadingReadsOnceMoreAndNeverOverlaps() throws Exception {
    source.hold().answer("one").answer("two");
    poller.start();
    await().until(() -> source.reads.get() == 1);
    poller.askNow();
    poller.askNow();
    assertThat(source.reads.get()).isEqualTo(1);
    source.release();
    awaitStates(2);
    assertThat(source.most.get()).isEqualTo(1);
  }

  @Test
  void anAnswerAfterCloseIsDropped() {
    source.hold().answer("late").stubborn();
    poller.start();
    await().until(() -> source.reads.get() == 1);
    Thread closing = Thread.ofVirtual().start(poller::close);
    await().until(() -> source.interrupted.get() > 0);
    source.release();
    await().until(() -> !closing.isAlive());
    assertThat(states).isEmpty();
  }

  @Test
  void aBugInASourceIsAFailureAndNotTheEnd() {
    source.fail(new IllegalStateException("bug")).answer("one");
    poller.start();
    awaitStates(1);
    assertThat(((SourceState.Failed<String>) states.getFirst()).error())
        .contains("inside this console");
    poller.askNow();
    awaitStates(2);
    assertThat(states.get(1).fresh()).isTrue();
  }

  @Test
  void aReadingThatIsNotRenewedTurnsStaleAndIsPublishedOnce() {
    source.answer("one");
    poller.start();
    awaitStates(1);
    time.advance(EVERY.multipliedBy(3));
    assertThat(poller.state().fresh()).isTrue();
    time.advance(Duration.ofMillis(1));
    assertThat(poller.state()).isEqualTo(new SourceState.Stale<>(Reading.whole("one"), NOW));
    poller.age();
    poller.age();
    assertThat(states).hasSize(2);
    assertThat(states.get(1)).isInstanceOf(SourceState.Stale.class);
  }

  @Test
  void aClockSetBackDelaysNothingAndLeavesNothingFreshForLong() {
    source.answer("one").answer("two");
    poller.start();
    awaitStates(1);
    time.advance(Duration.ofMinutes(-10));
    assertThat(poller.state()).isInstanceOf(SourceState.Stale.class);
    poller.askNow();
    awaitStates(2);
    assertThat(poller.state().fresh()).isTrue();
  }

  @Test
  void ageIsAPureFunction() {
    SourceState<String> fresh = new SourceState.Fresh<>(Reading.whole("x"), NOW);
    Duration limit = Duration.ofSeconds(30);
    assertThat(Freshness.aged(fresh, NOW.plus(limit), limit)).isSameAs(fresh);
    assertThat(Freshness.aged(fresh, NOW.plus(limit).plus(1, ChronoUnit.NANOS), limit).word())
        .isEqualTo("stale");
    SourceState<String> never = new SourceState.Never<>();
    assertThat(Freshness.aged(never, NOW.plusSeconds(9_999), limit)).isSameAs(never);
    assertThat(Freshness.limit(EVERY, 2, Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(28));
    assertThat(Freshness.limit(EVERY, 2, Duration.ofMinutes(4))).isEqualTo(Duration.ofSeconds(80));
  }

  @Test
  void oneSourceFailingLeavesTheOthersAloneAndReadOnceRetriesNothing() throws Exception {
    Scripted other = new Scripted("other").fail(SourceException.passing("away", null));
    Scripted hanging = new Scripted("hanging").hold();
    source.answer("one");
    try (Pollers pollers = new Pollers(List.of(source, other, hanging), pacing)) {
      Map<SourceId, SourceState<?>> states = pollers.readOnce(Duration.ofMillis(300));
      assertThat(states.get(source.id()).fresh()).isTrue();
      assertThat(((SourceState.Failed<?>) states.get(other.id())).error()).isEqualTo("away");
      assertThat(states.get(hanging.id()).word()).isEqualTo("failed");
      assertThat(other.reads.get()).isEqualTo(1);
      await().until(() -> hanging.interrupted.get() == 1);
    }
  }

  @Test
  void pollersTellOfChangesAndOfAgeAndAskAgainAfterSleep() {
    source.answer("one").answer("two").answer("three");
    AtomicInteger changes = new AtomicInteger();
    try (Pollers pollers = new Pollers(List.of(source), pacing)) {
      Subscription subscription = pollers.onChange(changes::incrementAndGet);
      pollers.start();
      await().until(() -> changes.get() == 1);
      assertThat(pollers.states().get(source.id()).fresh()).isTrue();
      pollers.askAll();
      await().until(() -> source.reads.get() == 2 && changes.get() == 2);
      subscription.close();
      time.advance(Duration.ofHours(1)); // the lid was closed
      await().until(() -> source.reads.get() >= 3);
      assertThat(changes.get()).isEqualTo(2);
    }
  }

  private void awaitStates(int count) {
    await().until(() -> states.size() >= count);
    assertThat(states).hasSize(count);
  }

  /** A source that does what the test wrote down; past the end it hangs until interrupted. */
  private static final class Scripted implements Source<String> {
    private final SourceId id;
    private final LinkedBlockingQueue<Object> script = new LinkedBlockingQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean stubborn;

    private Scripted(String name) {
      id = new SourceId(SourceKind.PROMETHEUS, name);
    }

    Scripted answer(String value) {
      script.add(value);
      return this;
    }

    Scripted fail(Exception e) {
      script.add(e);
      return this;
    }

    Scripted hold() {
      gate = new CountDownLatch(1);
      return this;
    }

    void release() {
      gate.countDown();
    }

    void stubborn() {
      stubborn = true;
    }

    @Override
    public SourceId id() {
      return id;
    }

    @Override
    public Duration every() {
      return EVERY;
    }

    @Override
    public Reading<String> read() throws SourceException, InterruptedException {
      reads.incrementAndGet();
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      try {
        waitAtTheGate();
        return switch (script.take()) {
          case String value -> Reading.whole(value);
          case SourceException e -> throw e;
          case RuntimeException e -> throw e;
          case Object other -> throw new AssertionError(other);
        };
      } finally {
        running.decrementAndGet();
      }
    }

    private void waitAtTheGate() throws InterruptedException {
      while (true) {
        try {
          assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
          return;
        } catch (InterruptedException e) {
          interrupted.incrementAndGet();
          if (!stubborn) {
            throw e;
          }
        }
      }
    }
  }
}
