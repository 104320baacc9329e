package io.signalbox.ui.runbook;

import io.signalbox.action.ActionRun;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepRecord;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.kit.VerdictLook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** The machines of one step, with how it went on each: now, before, or not yet. FX thread only. */
final class HostPanes {
  private final Workbench bench;
  private final OpenBook book;
  private final Step step;
  private List<String> drawn = List.of();

  HostPanes(Workbench bench, OpenBook book, Step step) {
    this.bench = bench;
    this.book = book;
    this.step = step;
  }

  /**
   * Each that it is for where these are several, and each that anything is known of; none while
   * nothing was done with it.
   */
  List<String> hosts(@Nullable StepRuns runs) {
    Set<String> hosts = new LinkedHashSet<>();
    boolean begun = runs != null && !runs.hosts().isEmpty();
    if (!begun && book.progress().hosts(step).isEmpty()) {
      return List.of();
    }
    List<String> meant = StepFacts.hosts(book, step);
    if (meant.size() > 1) {
      hosts.addAll(meant);
    }
    hosts.addAll(book.progress().hosts(step));
    if (runs != null) {
      hosts.addAll(runs.hosts());
    }
    return List.copyOf(hosts);
  }

  /** The one to be shown first: that something was done on in this session, or before. */
  String first(List<String> hosts, @Nullable StepRuns runs) {
    List<String> begun = runs == null ? List.of() : runs.hosts();
    return hosts.stream()
        .filter(host -> begun.contains(host))
        .findFirst()
        .or(
            () ->
                hosts.stream()
                    .filter(host -> book.progress().hosts(step).contains(host))
                    .findFirst())
        .orElse(hosts.getFirst());
  }

  /** The run of this session on a machine. */
  Optional<ActionRun> run(@Nullable StepRuns runs, String host) {
    return runs == null ? Optional.empty() : bench.run(runs.run(host));
  }

  /** What is said of a machine that nothing was done on. */
  String nothing(@Nullable StepRuns runs, String host) {
    boolean waits = runs != null && runs.waiting().contains(host);
    return waits ? host + ": waits" : "Nothing was done on " + host + " yet.";
  }

  /** Draws the tabs anew where they differ: one that has the focus keeps it otherwise. */
  void show(
      FlowPane tabs,
      List<String> hosts,
      @Nullable StepRuns runs,
      String chosen,
      Consumer<String> choose) {
    List<String> now = new ArrayList<>();
    hosts.forEach(host -> now.add(host + " " + host.equals(chosen) + " " + word(runs, host)));
    Parts.visible(tabs, hosts.size() > 1);
    if (now.equals(drawn)) {
      return;
    }
    drawn = now;
    tabs.getChildren().clear();
    for (String host : hosts) {
      boolean waits = runs != null && runs.waiting().contains(host);
      String words = waits ? host + ": waits" : host;
      Button tab = Parts.button(words, () -> choose.accept(host), "chip-button", "host-tab");
      tab.setGraphic(sign(runs, host));
      tab.setAccessibleText(host + ", " + word(runs, host));
      Parts.tip(tab, host + ": " + word(runs, host));
      if (host.equals(chosen)) {
        tab.getStyleClass().add("chosen");
      }
      tabs.getChildren().add(tab);
    }
  }

  private String word(@Nullable StepRuns runs, String host) {
    if (runs != null && runs.waiting().contains(host)) {
      return "waits";
    }
    return run(runs, host)
        .map(run -> run.verdict().words())
        .orElse(book.progress().record(step, host).state().word());
  }

  private Sign sign(@Nullable StepRuns runs, String host) {
    if (runs != null && runs.waiting().contains(host)) {
      return new Sign(Glyph.CLOCK, 10, Tone.QUIET);
    }
    StepRecord kept = book.progress().record(step, host);
    return run(runs, host)
        .map(run -> new Sign(VerdictLook.glyph(run.verdict()), 10, VerdictLook.tone(run.verdict())))
        .orElse(new Sign(StepLook.glyph(kept.state()), 10, StepLook.tone(kept.state())));
  }
}
