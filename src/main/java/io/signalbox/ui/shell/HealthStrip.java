package io.signalbox.ui.shell;

import io.signalbox.snapshot.SourceHealth;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** The sources side by side, each with its age ticking. */
final class HealthStrip extends HBox {
  private static final int MOST = 6;

  private final Live live;
  private final Consumer<SourceHealth> open;
  private final Map<String, SourceChip> chips = new LinkedHashMap<>();

  HealthStrip(Live live, Consumer<SourceHealth> open, Subscriptions subscriptions) {
    super(4);
    this.live = live;
    this.open = open;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("health-strip");
    subscriptions.on(live.snapshot(), _ -> refresh());
    subscriptions.on(live.clock().nowProperty(), _ -> refresh());
  }

  private void refresh() {
    List<SourceHealth> sources = chosen(live.latest().sources());
    List<String> paths = sources.stream().map(source -> source.id().path()).toList();
    if (!List.copyOf(chips.keySet()).equals(paths)) {
      chips.clear();
      for (SourceHealth source : sources) {
        chips.put(source.id().path(), new SourceChip(title(source, sources)));
      }
      getChildren().setAll(chips.values());
    }
    for (SourceHealth source : sources) {
      SourceChip chip = chips.get(source.id().path());
      if (chip != null) {
        chip.show(source, live.now());
        chip.setOnAction(_ -> open.accept(source));
      }
    }
  }

  /** All of them while they fit, else those in trouble and then the first. */
  private static List<SourceHealth> chosen(List<SourceHealth> sources) {
    if (sources.size() <= MOST) {
      return sources;
    }
    List<SourceHealth> worst =
        sources.stream()
            .sorted(java.util.Comparator.comparing(source -> source.state().fresh()))
            .limit(MOST)
            .toList();
    return sources.stream().filter(worst::contains).toList();
  }

  private static String title(SourceHealth source, List<SourceHealth> all) {
    long same = all.stream().filter(other -> other.id().kind() == source.id().kind()).count();
    return same == 1
        ? source.id().kind().title()
        : source.id().kind().title() + " " + source.id().name();
  }

  SourceChip chip(String path) {
    SourceChip chip = chips.get(path);
    if (chip == null) {
      throw new IllegalArgumentException("no source " + path);
    }
    return chip;
  }
}
