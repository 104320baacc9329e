package io.signalbox.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The forms in which entries leave the journal. Pure. */
public enum ExportForm {
  JSON("json"),
  MARKDOWN("md");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final String suffix;

  ExportForm(String suffix) {
    this.suffix = suffix;
  }

  /** What the file's name ends with, without its dot. */
  public String suffix() {
    return suffix;
  }

  /** The entries as one text, in the order given. */
  public String text(List<JournalEntry> entries) {
    return this == JSON ? json(entries) : markdown(entries);
  }

  private static String json(List<JournalEntry> entries) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JournalEntry entry : entries) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("seq", entry.seq());
      row.put("ts", entry.ts().toString());
      row.put("actor", entry.actor());
      row.put("phase", entry.phase().word());
      row.put("action", entry.action());
      row.put("actionId", entry.actionId());
      row.put("target", entry.target());
      row.put("params", entry.params());
      row.put("argvSha256", entry.argvSha256());
      row.put("result", entry.result());
      row.put("prev", entry.prev());
      row.put("hash", entry.hash());
      row.put("link", JournalLink.of(entry).text());
      rows.add(row);
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n";
  }

  private static String markdown(List<JournalEntry> entries) {
    StringBuilder text = new StringBuilder("# Journal\n\n");
    text.append(entries.size() == 1 ? "1 entry" : entries.size() + " entries").append(".\n");
    for (JournalEntry entry : entries) {
      text.append("\n## ").append(entry.seq()).append(" · ").append(entry.ts()).append(" · ");
      text.append(plain(entry.action())).append(", ").append(entry.phase().word()).append("\n\n");
      item(text, "who", entry.actor());
      item(text, "target", entry.target());
      item(text, "result", entry.result());
      item(text, "action", entry.actionId());
      entry.params().forEach((key, value) -> item(text, key, value));
      item(text, "link", JournalLink.of(entry).text());
      item(text, "hash", entry.hash());
    }
    return text.toString();
  }

  private static void item(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append("- ").append(plain(key)).append(": ").append(plain(value)).append('\n');
    }
  }

  /** Text that Markdown leaves as it is: nobody's reason becomes a heading, a link or a tag. */
  private static String plain(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|!~])", "\\\\$1").replaceAll("\\s*\\R\\s*", " / ");
  }
}
