package io.signalbox.rollback.work;

import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.HealthProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.PlaybookHost.Question;
import io.signalbox.rollback.Category;
import io.signalbox.rollback.Health;
import io.signalbox.rollback.HealthBoard;
import io.signalbox.rollback.HealthBoard.Check;
import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the health checks of the profile from the control host. Blocks; changes nothing. */
public final class HealthAsker {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> BAD =
      Set.of("down", "out_of_service", "unhealthy", "error", "fail", "failed", "critical");
  private static final int NOT_THERE = 127;
  private static final int NOT_ALLOWED = 126;
  private static final int SHOWN = 200;

  private final RollbackSetup setup;

  /** For a profile's control host. */
  public HealthAsker(RollbackSetup setup) {
    this.setup = setup;
  }

  /**
   * Asks all of them; what cannot be asked is unknown.
   *
   * @param attempts how often one is asked until it is well, two seconds apart
   */
  public HealthBoard ask(int attempts) throws InterruptedException {
    List<HealthProfile.Check> checks = setup.profile().health().checks();
    ControlProfile control = setup.profile().control();
    Map<Category, List<Check>> found = new EnumMap<>(Category.class);
    PlaybookAnswer answer = null;
    String trouble = "there is no control host to ask from: give control.host";
    if (control != null && !checks.isEmpty()) {
      try {
        answer = setup.host().weigh(control.host(), directory(), questions(checks), attempts);
      } catch (RemoteException e) {
        trouble = String.valueOf(e.getMessage());
      }
    }
    for (int i = 0; i < checks.size(); i++) {
      Check check =
          answer == null
              ? check(checks.get(i), Health.UNKNOWN, trouble)
              : read(checks.get(i), answer, i);
      Category category = Category.valueOf(checks.get(i).category().toUpperCase(Locale.ROOT));
      found.computeIfAbsent(category, _ -> new ArrayList<>()).add(check);
    }
    HealthBoard board = HealthBoard.of(found, setup.clock().instant());
    setup.board().show(board);
    return board;
  }

  private String directory() {
    return setup.profile().rollback().directory();
  }

  private static List<Question> questions(List<HealthProfile.Check> checks) {
    return checks.stream().map(one -> new Question(one.url(), one.command())).toList();
  }

  private static Check check(HealthProfile.Check asked, Health state, String observed) {
    String name =
        !asked.name().isEmpty()
            ? asked.name()
            : asked.url() != null ? asked.url().toString() : String.join(" ", asked.command());
    return new Check(name, state, asked.blocking(), observed);
  }

  private Check read(HealthProfile.Check asked, PlaybookAnswer answer, int number) {
    Optional<PlaybookAnswer.Part> part =
        answer.all("check").stream()
            .filter(one -> one.words().startsWith(number + " "))
            .findFirst();
    if (part.isEmpty()) {
      return check(asked, Health.UNKNOWN, "it was not asked");
    }
    int code = Integer.parseInt(part.get().words().split(" ")[1]);
    String raw = setup.secrets().mask(part.get().block());
    String said = SafeText.line(raw.strip().replace('\n', ' '));
    String shown = said.length() > SHOWN ? said.substring(0, SHOWN) + "…" : said;
    if (code == NOT_THERE || code == NOT_ALLOWED) {
      return check(asked, Health.UNKNOWN, "it cannot be asked on the control host: " + shown);
    }
    if (code != 0) {
      String words = (asked.url() == null ? "exit code " + code + ": " : "") + shown;
      return check(asked, Health.FAILED, words);
    }
    return asked.url() != null && bad(part.get().block())
        ? check(asked, Health.FAILED, "it answers, and says " + shown)
        : check(asked, Health.OK, shown.isEmpty() ? "well" : shown);
  }

  /** An address that answers may still say that it is not well. */
  private static boolean bad(String body) {
    if (!body.strip().startsWith("{")) {
      return false;
    }
    try {
      JsonNode status = JSON.readTree(body).path("status");
      return BAD.contains(status.asString("").toLowerCase(Locale.ROOT));
    } catch (JacksonException e) {
      return false;
    }
  }
}
