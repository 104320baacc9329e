package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.http.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * One page of a listing.
 *
 * @param total GitHub's {@code total_count}, -1 where the listing has none
 */
record Page<T>(long total, List<T> items) {
  /** A decoder of one page. */
  interface Decoder<T> {
    Page<T> decode(InputStream body) throws IOException;
  }

  /** An object with {@code total_count} and the items under {@code field}. */
  static <T> Page<T> counted(InputStream body, String field, JsonCursor.Element<T> element)
      throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      json.object();
      long total = -1;
      List<T> items = null;
      for (String name = json.field(); name != null; name = json.field()) {
        if (name.equals(field)) {
          items = json.list(element);
        } else if (name.equals("total_count")) {
          total = json.number();
        } else {
          json.skip();
        }
      }
      if (items == null) {
        throw new WireException("it has no " + field);
      }
      return new Page<>(total, items);
    }
  }

  /** A plain array. */
  static <T> Page<T> plain(InputStream body, JsonCursor.Element<T> element) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      return new Page<>(-1, json.list(element));
    }
  }
}
