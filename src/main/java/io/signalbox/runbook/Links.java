package io.signalbox.runbook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Says where a link of one runbook leads; what is inert says why. */
final class Links {
  private static final Pattern SCHEME = Pattern.compile("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  private final String path;
  private final Neighbours neighbours;
  private final Set<String> anchors;

  /** For a runbook at this path, with the anchors of its headings. */
  Links(String path, Neighbours neighbours, Set<String> anchors) {
    this.path = path;
    this.neighbours = neighbours;
    this.anchors = anchors;
  }

  /** A link's target; an author's mistake is handed to {@code wrong}. */
  LinkTarget link(String url, Consumer<String> wrong) {
    String shown = Harmless.line(url);
    String bare = url.strip().replaceAll("\\p{Cntrl}", "");
    String lower = bare.toLowerCase(Locale.ROOT);
    if (lower.matches("https?://[^/?#].*")) {
      return new LinkTarget(LinkTarget.Kind.WEB, shown, "", "", "");
    }
    if (SCHEME.matcher(bare).matches()) {
      String scheme = lower.substring(0, lower.indexOf(':'));
      if (!scheme.equals("mailto") && !scheme.equals("tel")) {
        wrong.accept("a link of the kind " + scheme + ": is inert: " + shown);
      }
      return LinkTarget.unavailable(shown, "links of the kind " + scheme + ": are not followed");
    }
    if (bare.startsWith("//")) {
      return LinkTarget.unavailable(shown, "it does not say how it is reached");
    }
    if (bare.isEmpty() || bare.startsWith("#")) {
      return anchor(shown, bare.isEmpty() ? "" : bare.substring(1), wrong);
    }
    return file(shown, bare, wrong, "link");
  }

  /** A picture's target; those from elsewhere are never fetched. */
  LinkTarget image(String url, Consumer<String> wrong) {
    String shown = Harmless.line(url);
    String bare = url.strip().replaceAll("\\p{Cntrl}", "");
    if (bare.startsWith("//") || SCHEME.matcher(bare).matches()) {
      return LinkTarget.unavailable(shown, "pictures from elsewhere are not fetched");
    }
    return file(shown, bare, wrong, "picture");
  }

  private LinkTarget anchor(String shown, String name, Consumer<String> wrong) {
    String wanted = decoded(name);
    boolean known =
        wanted.isEmpty() || anchors.contains(wanted) || anchors.contains(Titles.loosely(wanted));
    if (!known) {
      wrong.accept("no heading is called #" + Harmless.line(wanted));
      return LinkTarget.unavailable(shown, "no heading of this runbook is called so");
    }
    return new LinkTarget(LinkTarget.Kind.HEADING, shown, "", Harmless.line(wanted), "");
  }

  private LinkTarget file(String shown, String url, Consumer<String> wrong, String what) {
    String bare = url.replaceFirst("[?#].*", "");
    int sign = url.indexOf('#');
    String anchor = sign < 0 ? "" : decoded(url.substring(sign + 1));
    Optional<String> place = resolve(path, decoded(bare));
    if (place.isEmpty()) {
      wrong.accept("the " + what + " " + shown + " leads out of the runbooks' folder");
      return LinkTarget.unavailable(shown, "it leads out of the runbooks' folder");
    }
    if (!neighbours.has(place.get())) {
      wrong.accept("the " + what + " " + shown + " leads to nothing: no such file in the folder");
      return LinkTarget.unavailable(shown, "no such file in the runbooks' folder");
    }
    boolean runbook = bare.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)");
    return new LinkTarget(
        runbook ? LinkTarget.Kind.RUNBOOK : LinkTarget.Kind.FILE,
        shown,
        place.get(),
        Harmless.line(anchor),
        "");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /**
   * The path from the folder's root of what one runbook calls so; empty where it leads out of it.
   */
  static Optional<String> resolve(String from, String relative) {
    if (relative.startsWith("/")
        || relative.indexOf('\\') >= 0
        || relative.indexOf('\0') >= 0
        || SCHEME.matcher(relative).matches()) {
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    int slash = from.lastIndexOf('/');
    String whole = (slash < 0 ? "" : from.substring(0, slash + 1)) + relative;
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
