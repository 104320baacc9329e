package io.signalbox.github;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** GitHub's {@code Link} header (RFC 8288): pages are followed, never computed. */
final class Links {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*((?:;[^,<]*)*)");
  private static final Pattern NEXT = Pattern.compile(";\\s*rel=\"?next\"?\\s*(;|$)");

  private Links() {}

  /** The address of the next page as written, null where there is none. */
  static @Nullable String next(@Nullable String header) {
    Matcher link = LINK.matcher(header == null ? "" : header);
    while (link.find()) {
      if (NEXT.matcher(link.group(2).strip()).find()) {
        return link.group(1).strip();
      }
    }
    return null;
  }

  /** True when both addresses have the same scheme, host and port. */
  static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }
}
