package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.Versions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of one rollback, under the product's own names. */
final class Values {
  /** What stands for reason and incident in a preview that was asked for without them. */
  static final String PREVIEW = "preview";

  /** What an operator writes freely: it is no argument of any process. */
  static final List<String> WRITTEN = List.of("reason", "incident", "ticket");

  private Values() {}

  /** Of a preview: reason and incident are no part of what it is of. */
  static Map<String, String> of(Intent.PreviewRollback wanted) throws ActionException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("target", version(wanted.version()));
    values.put("reason", PREVIEW);
    values.put("incident", PREVIEW);
    return values;
  }

  /** Of the rollback itself. */
  static Map<String, String> of(Intent.Rollback wanted) throws ActionException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("target", version(wanted.version()));
    values.put("reason", plain("reason", wanted.reason()));
    values.put("incident", plain("incident", wanted.incident()));
    values.put("ticket", plain("ticket", wanted.ticket()));
    return values;
  }

  private static String version(String text) throws ActionException {
    if (!Versions.valid(text)) {
      throw new ActionException(
          "`" + text + "` is no version: letters, digits and . _ + - are; nothing was sent");
    }
    return text;
  }

  /** Ansible fills in templates wherever it finds them, also in what an operator wrote. */
  private static String plain(String what, String text) throws ActionException {
    if (text.contains("{{") || text.contains("{%") || text.contains("{#")) {
      throw new ActionException(
          "the " + what + " holds {{, {% or {#, which Ansible would fill in; write it otherwise");
    }
    return text;
  }

  /** With what was read: the version that failed, and what was acknowledged. */
  static Map<String, String> known(Map<String, String> values, Versions versions, String target) {
    Map<String, String> more = new LinkedHashMap<>(values);
    String failed = versions.current().orElse(versions.state().current());
    if (!failed.equals(target) && Versions.valid(failed)) {
      more.put("failed", failed);
    }
    return more;
  }

  /**
   * With what the operator said they know, for playbooks that ask for it. The name of a partial
   * state is read from a marker: one that is no plain name is not handed to Ansible, which would
   * fill in templates in it.
   */
  static Map<String, String> acknowledged(
      Map<String, String> values,
      Intent.Acknowledged acknowledged,
      String schema,
      PartialState partial) {
    Map<String, String> more = new LinkedHashMap<>(values);
    if (acknowledged.migration() && !schema.isEmpty()) {
      more.put("acknowledgeMigration", schema);
    }
    if (!acknowledged.partial().isBlank() && partial.partial() && Versions.valid(partial.key())) {
      more.put("acknowledgePartial", partial.key());
    }
    return more;
  }
}
