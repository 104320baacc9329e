package io.signalbox.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The forms in which a secret comes out of programs: as it is, encoded and escaped. Upper and lower
 * case need no forms of their own, because they are not told apart when they are looked for.
 */
final class SecretVariants {
  /** Shorter than this, a form would be found in everyday text. */
  static final int SHORTEST_FORM = 6;

  /** Shorter than this, a value itself would. */
  static final int SHORTEST_VALUE = 4;

  private SecretVariants() {}

  /** All forms of a value, and of each of its lines where it has several. */
  static Set<String> of(String value) {
    Set<String> forms = new LinkedHashSet<>();
    if (value.length() >= SHORTEST_VALUE) {
      add(value, forms);
    }
    if (value.indexOf('\n') >= 0) {
      value
          .lines()
          .map(String::strip)
          .filter(line -> line.length() >= SHORTEST_FORM)
          .forEach(line -> add(line, forms));
    }
    return forms;
  }

  private static void add(String value, Set<String> forms) {
    forms.add(value);
    Set<String> encoded = new LinkedHashSet<>();
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    for (int offset = 0; offset < 3; offset++) {
      encoded.add(base64(bytes, offset, Base64.getEncoder()));
      encoded.add(base64(bytes, offset, Base64.getUrlEncoder()));
    }
    encoded.add(HexFormat.of().formatHex(bytes));
    encoded.add(HexFormat.ofDelimiter(" ").formatHex(bytes));
    encoded.add(HexFormat.ofDelimiter(":").formatHex(bytes));
    encoded.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
    encoded.add(percent(value));
    // letters such as ß have another length in the other case
    encoded.add(value.toUpperCase(Locale.ROOT));
    encoded.add(value.replace(' ', '+'));
    String json = json(value, false);
    encoded.add(json);
    encoded.add(json(value, true));
    encoded.add(json.replace("/", "\\/"));
    encoded.add(xml(value, "&apos;"));
    encoded.add(xml(value, "&#39;"));
    encoded.add(value.replace("'", "'\\''"));
    encoded.add(value.replace("'", "'\"'\"'"));
    encoded.add(value.replace("\"", "\\\""));
    encoded.add(value.replace("\n", "\\n"));
    encoded.add(value.replaceAll("([$`\"\\\\])", "\\\\$1"));
    encoded.add(value.strip().replaceAll("^[\"'](.{8,})[\"']$", "$1"));
    encoded.stream().filter(form -> form.length() >= SHORTEST_FORM).forEach(forms::add);
  }

  /**
   * The characters that this value alone decides when {@code offset} (mod 3) bytes stand before it
   * and anything behind it.
   */
  private static String base64(byte[] bytes, int offset, Base64.Encoder encoder) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String whole = encoder.withoutPadding().encodeToString(shifted);
    return whole.substring((8 * offset + 5) / 6, 8 * shifted.length / 6);
  }

  /** As encodeURIComponent and Uri.EscapeDataString: all but unreserved characters (RFC 3986). */
  private static String percent(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String json(String value, boolean ascii) {
    StringBuilder out = new StringBuilder();
    for (char c : value.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || (ascii && (c > 0x7e || "<>&'+".indexOf(c) >= 0))) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static String xml(String value, String apostrophe) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", apostrophe);
  }
}
