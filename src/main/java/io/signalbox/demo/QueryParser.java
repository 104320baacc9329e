package io.signalbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parses exactly the shapes of {@link MaxBy}; there is no query engine behind it. */
final class QueryParser {
  private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

  private final String query;
  private final List<String> tokens;
  private int at;

  private QueryParser(String query) throws QueryRefused {
    this.query = query;
    this.tokens = QueryLexer.tokens(query);
  }

  /**
   * Parses a query.
   *
   * @throws QueryRefused with 400 for what is no PromQL, with 422 for any other shape
   */
  static MaxBy parse(String query) throws QueryRefused {
    QueryParser parser = new QueryParser(query);
    MaxBy.Shape shape = new MaxBy.Shape.Plain();
    if (parser.accept("time")) {
      parser.expect("(");
      parser.expect(")");
      parser.expect("-");
      shape = new MaxBy.Shape.Since();
    } else if (!parser.peek().equals("max") && parser.tokens.contains("==")) {
      return parser.equal();
    }
    parser.expect("max");
    parser.expect("by");
    parser.expect("(");
    List<String> labels = new ArrayList<>();
    while (!parser.accept(")")) {
      labels.add(parser.word());
      if (!parser.accept(",") && !parser.peek().equals(")")) {
        throw parser.refused();
      }
    }
    parser.expect("(");
    List<MaxBy.Term> terms = new ArrayList<>();
    do {
      terms.add(parser.term());
    } while (parser.accept("or"));
    parser.expect(")");
    if (parser.at < parser.tokens.size()) {
      throw parser.refused();
    }
    return new MaxBy(List.copyOf(labels), List.copyOf(terms), shape);
  }

  private MaxBy equal() throws QueryRefused {
    MaxBy.Term term = selector(word(), false);
    expect("==");
    String number = next();
    if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") || at < tokens.size()) {
      throw refused();
    }
    return new MaxBy(List.of(), List.of(term), new MaxBy.Shape.Equal(Double.parseDouble(number)));
  }

  private MaxBy.Term term() throws QueryRefused {
    if (accept("(")) {
      MaxBy.Term inner = term();
      expect(")");
      return inner;
    }
    String word = word();
    if (!accept("(")) {
      return selector(word, false);
    }
    if (!word.equals("timestamp")) {
      throw refused();
    }
    MaxBy.Term inner = selector(word(), true);
    expect(")");
    return inner;
  }

  private MaxBy.Term selector(String metric, boolean timestamp) throws QueryRefused {
    List<LabelMatcher> matchers = new ArrayList<>();
    if (accept("{")) {
      while (!accept("}")) {
        matchers.add(matcher());
        if (!accept(",") && !peek().equals("}")) {
          throw QueryRefused.malformed("unexpected \"" + peek() + "\" in label matching");
        }
      }
    }
    return new MaxBy.Term(timestamp, metric, List.copyOf(matchers));
  }

  private LabelMatcher matcher() throws QueryRefused {
    String label = word();
    String operator = next();
    String value = next();
    if (!List.of("=", "!=", "=~", "!~").contains(operator) || !value.startsWith("\"")) {
      throw QueryRefused.malformed("unexpected \"" + value + "\" in label matching");
    }
    LabelMatcher matcher = new LabelMatcher(label, operator, value.substring(1));
    if (!matcher.wellFormed()) {
      throw QueryRefused.malformed("error parsing regexp: " + matcher.value());
    }
    return matcher;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String next() {
    String token = peek();
    at++;
    return token;
  }

  private boolean accept(String token) {
    if (peek().equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String token) throws QueryRefused {
    if (!accept(token)) {
      throw refused();
    }
  }

  private String word() throws QueryRefused {
    String token = next();
    if (!WORD.matcher(token).matches()) {
      throw refused();
    }
    return token;
  }

  private QueryRefused refused() {
    return QueryRefused.notSimulated(query);
  }
}
