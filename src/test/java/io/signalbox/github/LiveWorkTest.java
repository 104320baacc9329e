package io.signalbox.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.Job;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is read live for the proof after an action. */
class LiveWorkTest extends GithubFixture {
  private static final String JOBS = SHOP + "actions/runs/7/jobs?filter=latest&per_page=100&page=";

  private static String jobs(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(id -> "{\"id\":" + id + ",\"run_id\":7,\"name\":\"n\",\"status\":\"queued\"}")
        .collect(Collectors.joining(",", "{\"total_count\":130,\"jobs\":[", "]}"));
  }

  @Test
  void theJobsBehindTheFirstHundredAreReadToo() throws Exception {
    server.on(JOBS + 1, jobs(1, 100)).on(JOBS + 2, jobs(101, 130));
    assertThat(source.work().jobs("acme/shop", 7)).hasSize(130).extracting(Job::id).contains(130L);
    assertThat(source.work().jobs("acme/shop", 8)).isEmpty();
  }
}
