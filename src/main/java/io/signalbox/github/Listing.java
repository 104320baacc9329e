package io.signalbox.github;

import io.signalbox.snapshot.SourceException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * All pages of a listing.
 *
 * @param gap why it is not whole, null when it is
 */
record Listing<T>(List<T> items, @Nullable String gap) {
  private static final int MOST_PAGES = 500;

  /**
   * Follows the pages GitHub names, as long as they stay at its origin.
   *
   * @throws SourceException when the very first page fails; later ones leave a gap
   */
  static <T> Listing<T> read(
      GithubApi api, HttpUrl first, Page.Decoder<T> decoder, Function<T, Object> key)
      throws SourceException, InterruptedException {
    Map<Object, T> items = new LinkedHashMap<>(); // pages shift while they are read
    Set<HttpUrl> seen = new HashSet<>();
    HttpUrl at = first;
    while (true) {
      seen.add(at);
      Fetched<Page<T>> page;
      try {
        page = api.get(at, decoder::decode);
      } catch (SourceException e) {
        if (seen.size() == 1 || e.isHopeless()) {
          throw e;
        }
        return gap(items.values(), "Page " + seen.size() + " failed: " + e.getMessage());
      }
      page.value().items().forEach(item -> items.put(key.apply(item), item));
      if (page.next() == null) {
        return ended(items.values(), page.value().total());
      }
      HttpUrl next = HttpUrl.parse(page.next());
      if (next == null || !Links.sameOrigin(next, first)) {
        return gap(
            items.values(), "The next page's link leaves the API's origin and was not followed.");
      }
      if (seen.contains(next) || seen.size() >= MOST_PAGES) {
        return gap(
            items.values(),
            "The pages run in a circle; reading stopped after " + seen.size() + ".");
      }
      at = next;
    }
  }

  private static <T> Listing<T> ended(Collection<T> items, long total) {
    return items.size() < total
        ? gap(items, "GitHub counts " + total + " and listed " + items.size() + ".")
        : new Listing<>(List.copyOf(items), null);
  }

  private static <T> Listing<T> gap(Collection<T> items, String words) {
    return new Listing<>(List.copyOf(items), words);
  }
}
