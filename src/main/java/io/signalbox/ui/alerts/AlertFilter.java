package io.signalbox.ui.alerts;

import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which alerts are shown. Pure. */
record AlertFilter(String text, @Nullable AlertState only) {
  List<AlertInstance> apply(List<AlertInstance> alerts) {
    return alerts.stream().filter(this::shows).toList();
  }

  private boolean shows(AlertInstance alert) {
    if (only != null && alert.state() != only) {
      return false;
    }
    String all =
        (alert.name()
                + "\n"
                + alert.severity().word()
                + "\n"
                + alert.source()
                + "\n"
                + alert.summary()
                + "\n"
                + alert.labels())
            .toLowerCase(Locale.ROOT);
    return List.of(text.toLowerCase(Locale.ROOT).trim().split("\\s+")).stream()
        .allMatch(all::contains);
  }
}
