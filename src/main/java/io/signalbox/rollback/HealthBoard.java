package io.signalbox.rollback;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The eight categories, always all of them: what was not measured is not healthy. */
public record HealthBoard(List<Line> lines, Instant at) {
  /** Copies the list. */
  public HealthBoard {
    lines = List.copyOf(lines);
  }

  /** One check: what was asked and what it said. */
  public record Check(String name, Health state, boolean blocking, String observed) {}

  /** One category with its checks. */
  public record Line(Category category, Health state, boolean blocking, List<Check> checks) {
    /** Copies the list. */
    public Line {
      checks = List.copyOf(checks);
    }
  }

  /**
   * Puts checks into their categories.
   *
   * @param checks a category's checks; none for one that is not configured
   */
  public static HealthBoard of(java.util.Map<Category, List<Check>> checks, Instant at) {
    return new HealthBoard(
        Stream.of(Category.values())
            .map(category -> line(category, checks.getOrDefault(category, List.of())))
            .toList(),
        at);
  }

  private static Line line(Category category, List<Check> checks) {
    boolean blocking =
        checks.isEmpty() ? category.blocking() : checks.stream().anyMatch(Check::blocking);
    Health state =
        checks.stream().map(HealthBoard::weight).reduce(Health::or).orElse(Health.NOT_CONFIGURED);
    return new Line(category, state, blocking, checks);
  }

  /** A failure that blocks nothing is a warning. */
  private static Health weight(Check check) {
    return check.state() == Health.FAILED && !check.blocking() ? Health.WARNING : check.state();
  }

  /** The worst of all that is configured; not configured where nothing is. */
  public Health worst() {
    return lines.stream().map(Line::state).reduce(Health::or).orElse(Health.NOT_CONFIGURED);
  }

  /** True where a check that blocks failed. */
  public boolean blocked() {
    return lines.stream().anyMatch(line -> line.state() == Health.FAILED);
  }

  /** In one line, worst first. */
  public String words() {
    List<String> all =
        Stream.of(Health.FAILED, Health.UNKNOWN, Health.WARNING, Health.OK)
            .flatMap(
                state ->
                    lines.stream()
                        .filter(line -> line.state() == state)
                        .map(line -> line.category().word() + " " + state.word()))
            .toList();
    return all.isEmpty() ? "no health check is configured" : String.join(", ", all);
  }
}
