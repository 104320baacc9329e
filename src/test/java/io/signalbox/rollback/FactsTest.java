package io.signalbox.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rollback.HealthBoard.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  private static Versions versions(String state, String observed, String artifacts) {
    List<Observation> seen = new ArrayList<>();
    for (String one : observed.isEmpty() ? new String[0] : observed.split(" ")) {
      seen.add(new Observation("web", "file", one.equals("?") ? null : one, "no such file"));
    }
    return new Versions(
        StateFile.parse(state),
        seen,
        artifacts.isEmpty() ? List.of() : List.of(artifacts.split(" ")),
        Map.of(),
        AT);
  }

  private static String state(String current, String previous) {
    return "{\"current_version\":\"%s\",\"previous_version\":\"%s\"}".formatted(current, previous);
  }

  @ParameterizedTest(name = "declared {0}, observed {1}, to {2}")
  @CsvSource({
    "2.0,2.0,2.0,true",
    "2.0,'',2.0,true",
    "2.0,?,2.0,true",
    "2.0,2.0 2.0,1.9,false",
    // half done: going to the declared one is how it is mended
    "2.0,2.0 1.9,2.0,false",
    "1.9,2.0,1.9,false",
    "2.0,1.9,1.9,true",
    "'','',1.9,false",
    "2.0,2.0,../etc,true",
    "2.0,2.0,'1 2',true",
    "2.0,2.0,-x,true",
    "2.0,2.0,'{{ x }}',true"
  })
  void theCurrentVersionAndWhatIsNoneAreRefused(
      String declared, String observed, String target, boolean refused) {
    assertThat(versions(state(declared, "1.9"), observed, "").refusal(target).isPresent())
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"'{\"current_version\":\"2.0\",\"migra'", "'[]'", "'2.0'"})
  void aDamagedStateFileDoesNotSayThatThereIsNoMigration(String text) {
    Migration migration = StateFile.parse(text).migration("1.9");
    assertThat(migration.state()).isEqualTo(Migration.State.UNKNOWN);
    assertThat(migration.words()).contains("cannot be asked about migrations");
    assertThat(StateFile.unreadable("not there").migration("1.9"))
        .isEqualTo(Migration.NOT_DECLARED);
  }

  @Test
  void candidatesSayWhereTheyComeFromAndLeaveOutWhatRuns() {
    Versions versions = versions(state("2.0", "1.9"), "2.0", "1.8 1.9 2.0");
    assertThat(versions.candidates())
        .containsExactly(
            new Candidate("1.9", List.of("state file, previous", "artifact")),
            new Candidate("1.8", List.of("artifact")));
    assertThat(versions.differ()).isFalse();
    assertThat(versions(state("2.0", "1.9"), "1.9", "").differ()).isTrue();
    assertThat(versions(state("2.0", "1.9"), "1.9 2.0", "").words())
        .isEqualTo("declared 2.0, observed 1.9 and 2.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'current_version':'2.0','previous_version':'1.9'}|1.9|NOT_DECLARED",
        "{'current_version':'2.0','previous_version':'1.9','migrations':['2.0']}|1.9|IN_BETWEEN",
        "{'current_version':'2.0','previous_version':'1.9','migrations':[]}|1.9|NONE",
        "{'current_version':'2.0','previous_version':'1.9','migrations':[]}|1.8|UNKNOWN",
        "{'current_version':'2.0','history':['1.8','1.9','2.0'],'migrations':['1.9']}|1.8|IN_BETWEEN",
        "{'current_version':'2.0','history':['1.8','1.9','2.0'],'migrations':['1.8']}|1.8|NONE",
        "not json|1.8|UNKNOWN"
      })
  void aMigrationInBetweenIsKnownUnknownOrNotDeclared(
      String text, String target, Migration.State expected) {
    assertThat(StateFile.parse(text.replace('\'', '"')).migration(target).state())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "OK,true,OK",
    "FAILED,true,FAILED",
    "FAILED,false,WARNING",
    "UNKNOWN,true,UNKNOWN",
    "UNKNOWN,false,UNKNOWN"
  })
  void aCategoryIsItsWorstCheck(Health state, boolean blocking, Health expected) {
    HealthBoard board =
        HealthBoard.of(
            Map.of(
                Category.REDIS,
                List.of(new Check("a", Health.OK, true, ""), new Check("b", state, blocking, ""))),
            AT);
    assertThat(board.lines()).hasSize(8);
    assertThat(board.lines().get(3).state()).isEqualTo(expected);
    assertThat(board.lines().get(0).state()).isEqualTo(Health.NOT_CONFIGURED);
    assertThat(board.worst()).isEqualTo(expected);
  }

  @Test
  void whatIsNotMeasuredIsNotHealthy() {
    HealthBoard board = HealthBoard.of(Map.of(), AT);
    assertThat(board.worst()).isEqualTo(Health.NOT_CONFIGURED);
    assertThat(board.words()).isEqualTo("no health check is configured");
  }
}
