package io.signalbox.text;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets in one line: known values in all their forms in one pass, and the well-known shapes
 * where their beginning was seen in that pass. Immutable, safe on every thread.
 */
final class SecretMatcher {
  private static final int TOKEN_BIT = 1;
  private static final int HEADER_BIT = 2;
  private static final int BEARER_BIT = 4;
  private static final int URL_BIT = 8;
  private static final int KEY_BIT = 16;
  private static final int ASSIGNED_BIT = 32;

  private static final Pattern TOKEN =
      Pattern.compile(
          "gh[pousr]_[A-Za-z0-9]{10,}|github_pat_[A-Za-z0-9_]{10,}|\\b(?:AKIA|ASIA)[A-Z0-9]{12,}"
              + "|\\beyJ[A-Za-z0-9_-]{8,4096}+\\.[A-Za-z0-9_-]{8,4096}+\\.[A-Za-z0-9_-]*");
  private static final Pattern HEADER =
      Pattern.compile("(?i)(\\bauthorization[\"']?\\s*[:=]\\s*[\"']?)[^\"'\\s][^\"'\n]*");
  private static final Pattern BEARER =
      Pattern.compile("(?i)(\\bbearer\\s+)[A-Za-z0-9._~+/=-]{4,}");
  private static final Pattern CREDENTIALS =
      Pattern.compile("\\b([A-Za-z][A-Za-z0-9+.-]{0,20}://)[^\\s/@:]{0,200}:[^\\s/@]{1,200}(?=@)");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?:password|passwd|passphrase|secret)[\"']?\\s*[:=]\\s*"
              + "|(?:token|api_?key|access_?key)[\"']?\\s*=\\s*)"
              + "(?:\"[^\"]*\"?|'[^']*'?|[^\\s\"',;&}]+)");
  private static final String KEY_BEGIN = "-----BEGIN ";
  private static final String KEY_END = "-----END ";
  private static final Map<String, Integer> BEGINNINGS = beginnings();

  /** Knows no value, only shapes. Last, because it is made of what is above. */
  static final SecretMatcher SHAPES = new SecretMatcher(Set.of());

  private final SecretTrie trie;

  /** Knows these values. */
  SecretMatcher(Set<String> values) {
    Set<String> forms = new LinkedHashSet<>();
    values.forEach(value -> forms.addAll(SecretVariants.of(value)));
    trie = new SecretTrie(forms, BEGINNINGS);
  }

  private static Map<String, Integer> beginnings() {
    Map<String, Integer> words = new LinkedHashMap<>();
    for (String token :
        new String[] {
          "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "AKIA", "ASIA", "eyJ"
        }) {
      words.put(token, TOKEN_BIT);
    }
    for (String name :
        new String[] {
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "api_key",
          "apikey",
          "access_key",
          "accesskey"
        }) {
      words.put(name, ASSIGNED_BIT);
    }
    words.put("authorization", HEADER_BIT);
    words.put("bearer", BEARER_BIT);
    words.put("://", URL_BIT);
    words.put(KEY_BEGIN, KEY_BIT);
    return words;
  }

  /**
   * Where secrets stand in a line.
   *
   * @param inKey the line belongs to a private key's block that began on an earlier line
   * @return whether the block goes on behind this line
   */
  boolean find(String line, boolean inKey, Ranges found) {
    int seen = trie.scan(line, found);
    if ((seen & TOKEN_BIT) != 0) {
      take(TOKEN.matcher(line), false, found);
    }
    if ((seen & HEADER_BIT) != 0) {
      take(HEADER.matcher(line), true, found);
    }
    if ((seen & BEARER_BIT) != 0) {
      take(BEARER.matcher(line), true, found);
    }
    if ((seen & ASSIGNED_BIT) != 0) {
      take(ASSIGNED.matcher(line), true, found);
    }
    if ((seen & URL_BIT) != 0) {
      take(CREDENTIALS.matcher(line), true, found);
    }
    return (inKey || (seen & KEY_BIT) != 0) && key(line, inKey, found);
  }

  private static void take(Matcher matcher, boolean afterGroup, Ranges found) {
    while (matcher.find()) {
      found.add(afterGroup ? matcher.end(1) : matcher.start(), matcher.end());
    }
  }

  /** A private key is hidden with its first and last line; other PEM blocks are not secret. */
  private static boolean key(String line, boolean inKey, Ranges found) {
    int begin = inKey ? 0 : line.indexOf(KEY_BEGIN);
    if (begin < 0 || (!inKey && line.indexOf("PRIVATE KEY", begin) < 0)) {
      return false;
    }
    int end = line.indexOf(KEY_END, begin);
    int close = end < 0 ? -1 : line.indexOf("-----", end + KEY_END.length());
    found.add(begin, close < 0 ? line.length() : close + 5);
    return end < 0;
  }

  /** How many characters at the end of a cut line may be the beginning of a known value. */
  int begunAtEnd(String line) {
    return trie.begunAtEnd(line);
  }

  @Override
  public String toString() {
    return "SecretMatcher";
  }
}
