package io.signalbox.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks over a JSON answer without building a tree. It always stands on the value to be read next;
 * a value of the wrong type is a {@link WireException} that names its place. Not for several
 * threads.
 */
public final class JsonCursor implements AutoCloseable {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final Instant ZERO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private final JsonParser parser;

  /** Reads one element of a list or one value. */
  public interface Element<T> {
    /** Reads the value the cursor stands on. */
    T read(JsonCursor json) throws IOException;
  }

  private JsonCursor(JsonParser parser) {
    this.parser = parser;
    parser.nextToken();
  }

  /** Opens an answer; HTML, text or nothing in place of JSON is named as such. */
  public static JsonCursor open(InputStream body) throws IOException {
    BufferedInputStream in = new BufferedInputStream(body);
    in.mark(1024);
    int first = in.read();
    while (first == ' '
        || first == '\n'
        || first == '\r'
        || first == '\t'
        || first == 0xEF
        || first == 0xBB
        || first == 0xBF) {
      first = in.read();
    }
    in.reset();
    if (first < 0) {
      throw new WireException("it is empty instead of JSON");
    }
    if (first != '{' && first != '[' && first != '"') {
      String kind = first == '<' ? "HTML (a proxy or a login page?)" : "text";
      throw new WireException("it is " + kind + " instead of JSON: " + Endpoint.snippet(in));
    }
    return new JsonCursor(FACTORY.createParser(ObjectReadContext.empty(), in));
  }

  /** Steps into an object; follow with {@link #field()} until it returns null. */
  public void object() throws WireException {
    expect(JsonToken.START_OBJECT, "an object");
  }

  /** The next field's name with the cursor on its value, null at the object's end. */
  public @Nullable String field() {
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = parser.currentName();
    parser.nextToken();
    return name;
  }

  /** True when the value is null. */
  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** True when the value is an object. */
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** True when the value is text. */
  public boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  /** The text. */
  public String text() throws WireException {
    expect(JsonToken.VALUE_STRING, "text");
    return InertText.of(parser.getString());
  }

  /** The text, or null. */
  public @Nullable String textOrNull() throws WireException {
    return isNull() ? null : text();
  }

  /** The text, or this where it is null. */
  public String textOr(String other) throws WireException {
    return isNull() ? other : text();
  }

  /** The whole number. */
  public long number() throws WireException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      return parser.getLongValue();
    } catch (InputCoercionException e) {
      throw wrong("a whole number of 64 bits");
    }
  }

  /** The number, whole or not. */
  public double decimal() throws WireException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
      expect(JsonToken.VALUE_NUMBER_INT, "a number");
    }
    return parser.getDoubleValue();
  }

  /** True or false. */
  public boolean flag() throws WireException {
    if (parser.currentToken() != JsonToken.VALUE_FALSE) {
      expect(JsonToken.VALUE_TRUE, "true or false");
    }
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** A time in RFC 3339; null where it is null, empty or Go's zero time. */
  public @Nullable Instant timeOrNull() throws WireException {
    String text = textOr("");
    if (text.isEmpty()) {
      return null;
    }
    try {
      Instant time = Instant.parse(text);
      return time.equals(ZERO_TIME) ? null : time;
    } catch (DateTimeException e) {
      throw wrong("a time");
    }
  }

  /** Every element of the array. */
  public <T> List<T> list(Element<T> element) throws IOException {
    expect(JsonToken.START_ARRAY, "an array");
    List<T> all = new ArrayList<>();
    while (more()) {
      all.add(element.read(this));
    }
    return Collections.unmodifiableList(all);
  }

  /** Every element, none where the array is null. */
  public <T> List<T> listOrEmpty(Element<T> element) throws IOException {
    return isNull() ? List.of() : list(element);
  }

  /** Steps into an array; follow with {@link #more()} until it returns false. */
  public void array() throws WireException {
    expect(JsonToken.START_ARRAY, "an array");
  }

  /** Steps to the array's next element; false at its end. */
  public boolean more() {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /** An object of texts, in its own order; empty where it is null. */
  public Map<String, String> texts() throws WireException {
    if (isNull()) {
      return Map.of();
    }
    object();
    Map<String, String> all = new LinkedHashMap<>();
    for (String name = field(); name != null; name = field()) {
      all.put(name, text());
    }
    return Collections.unmodifiableMap(all);
  }

  /** Passes over the value, whatever it is. */
  public void skip() {
    parser.skipChildren();
  }

  /** The parser, for readers that cannot afford a String per value. */
  public JsonParser parser() {
    return parser;
  }

  /** A complaint about the value the cursor stands on. */
  public WireException wrong(String expected) {
    return new WireException(
        "its field " + place() + " should be " + expected + " and is " + found());
  }

  @Override
  public void close() {
    parser.close();
  }

  private void expect(JsonToken token, String words) throws WireException {
    if (parser.currentToken() != token) {
      throw wrong(words);
    }
  }

  private String place() {
    String pointer = parser.streamReadContext().pathAsPointer().toString();
    return pointer.isEmpty() ? "(the whole)" : Snippet.of(pointer.substring(1).replace('/', '.'));
  }

  private String found() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the text \"" + Snippet.of(parser.getString()) + "\"";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case null -> "missing";
      default -> "a number";
    };
  }
}
