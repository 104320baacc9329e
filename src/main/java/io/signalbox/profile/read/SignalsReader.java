package io.signalbox.profile.read;

import io.signalbox.model.Signal;
import io.signalbox.profile.SignalQuery;
import io.signalbox.profile.SignalsProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code signals} and fills in the defaults, which filter on the environment's name. */
final class SignalsReader {
  private static final List<String> JOINS = List.of("hostname", "instance", "runner_name");
  private final Values values;

  SignalsReader(Values values) {
    this.values = values;
  }

  SignalsProfile read(Fields top, String environment, boolean mapped) {
    Optional<Fields> section = values.section(top, "signals");
    List<String> joinOn =
        section
            .flatMap(fields -> join(fields))
            .map(List::of)
            .orElse(mapped ? List.of("hostname") : JOINS);
    Map<Signal, SignalQuery> queries = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      Optional<SignalQuery> given = section.flatMap(fields -> query(fields, signal, joinOn));
      queries.put(signal, given.orElseGet(() -> DefaultQueries.of(signal, environment, joinOn)));
    }
    section.ifPresent(Fields::noOthers);
    return new SignalsProfile(joinOn, Map.copyOf(queries));
  }

  private Optional<String> join(Fields fields) {
    Optional<String> join = values.text(fields, "joinOn");
    if (join.isPresent() && !JOINS.contains(join.get())) {
      fields
          .problems()
          .add(
              Optional.ofNullable(fields.get("joinOn")).orElse(fields.node()),
              fields.field("joinOn"),
              "must be one of " + String.join(", ", JOINS));
      return Optional.empty();
    }
    return join;
  }

  private Optional<SignalQuery> query(Fields fields, Signal signal, List<String> joinOn) {
    Node node = fields.get(signal.key());
    if (node instanceof MappingNode) {
      return values
          .section(fields, signal.key())
          .flatMap(
              expression -> {
                Optional<String> query = values.text(expression, "query");
                Optional<String> age = values.text(expression, "age");
                if (expression.get("query") == null) {
                  expression.missing("query", "give the PromQL expression of the value");
                }
                expression.noOthers();
                return query.map(text -> new SignalQuery(text, age.orElse(null)));
              });
    }
    return values
        .text(fields, signal.key())
        .map(selector -> DefaultQueries.ofSelector(selector, joinOn));
  }
}
