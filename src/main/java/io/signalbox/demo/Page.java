package io.signalbox.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One page of a list, cut by {@code per_page} (30, at most 100) and {@code page}. */
record Page<T>(List<T> items, int number, int last) {

  static <T> Page<T> of(List<T> all, HttpAsk ask) {
    int size = Math.clamp(number(ask, "per_page", 30), 1, 100);
    int page = Math.max(1, number(ask, "page", 1));
    int last = Math.max(1, (all.size() + size - 1) / size);
    int from = (int) Math.min(all.size(), (page - 1L) * size);
    int to = Math.min(all.size(), from + size);
    return new Page<>(all.subList(from, to), page, last);
  }

  private static int number(HttpAsk ask, String name, int otherwise) {
    String text = ask.parameter(name, "");
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  /** Adds the {@code Link} header, where there is more than one page. */
  HttpAnswer linked(HttpAnswer answer, HttpAsk ask) {
    List<String> links = new ArrayList<>();
    if (number > 1) {
      links.add(link(ask, Math.min(number - 1, last), "prev"));
    }
    if (number < last) {
      links.add(link(ask, number + 1, "next"));
      links.add(link(ask, last, "last"));
    }
    if (number > 1) {
      links.add(link(ask, 1, "first"));
    }
    return links.isEmpty() ? answer : answer.with("Link", String.join(", ", links));
  }

  private static String link(HttpAsk ask, int page, String relation) {
    StringBuilder url = new StringBuilder(ask.origin()).append(ask.path()).append('?');
    ask.parameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("page")) {
                url.append(encoded(name))
                    .append('=')
                    .append(encoded(values.getFirst()))
                    .append('&');
              }
            });
    return "<" + url + "page=" + page + ">; rel=\"" + relation + "\"";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
