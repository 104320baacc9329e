package io.signalbox.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Durable runs on the demo's control host: a playbook that plays itself out over time. */
final class ControlRuns {
  private static final int NOT_SIMULATED = 127;

  private final ControlState state;

  ControlRuns(ControlState state) {
    this.state = state;
  }

  int answer(ControlScript script, Frames out) throws IOException, InterruptedException {
    switch (script.verb()) {
      case "survey" -> survey(out);
      case "start" -> start(script, out);
      case "hold" -> hold(script, out);
      case "release" -> {
        state.release(script.id());
        out.say("released");
      }
      case "status" -> out.say(report(script.id()));
      case "list" -> {
        for (ControlState.Begun run : state.runs()) {
          out.say(report(run.id()));
        }
      }
      case "follow" -> follow(script, out);
      case "abort" -> {
        state.abort(script.id());
        out.say("proof 0");
        out.say(report(script.id()));
      }
      default -> {
        return NOT_SIMULATED;
      }
    }
    out.say("end");
    return 0;
  }

  private void survey(Frames out) throws IOException {
    out.say("free 48234496");
    out.say("token " + state.token());
    Optional<ControlState.Holder> holder = state.holder();
    if (holder.isPresent()) {
      out.say("held " + holder.get().meta());
    }
  }

  private void start(ControlScript script, Frames out) throws IOException {
    Optional<ControlState.Holder> holder = state.holder();
    if (holder.isPresent() && !holder.get().id().equals(script.id())) {
      out.say("busy " + holder.get().meta());
      return;
    }
    boolean playbook = script.from(6).stream().anyMatch("ansible-playbook"::equals);
    if (!playbook) {
      out.say("refused 69 only the demo's playbook is simulated here");
      return;
    }
    long token = Long.parseLong(script.argument(1));
    state.begin(script.id(), script.argument(3), script.target(), token);
    out.say("started");
    out.say(report(script.id()));
  }

  /** The lock for a run on another host: that one has it as if it ran here. */
  private void hold(ControlScript script, Frames out) throws IOException {
    Optional<ControlState.Holder> holder = state.holder();
    if (holder.isPresent() && !holder.get().id().equals(script.id())) {
      out.say("busy " + holder.get().meta());
      return;
    }
    String meta = script.argument(3);
    Duration limit = Duration.ofSeconds(Long.parseLong(script.argument(2)));
    state.hold(
        new ControlState.Holder(script.id(), meta), Long.parseLong(script.argument(1)), limit);
    out.say("started");
    out.say("run " + script.id() + " running - - - 0 0 " + meta);
  }

  private String report(String id) {
    Optional<ControlState.Begun> found = state.run(id);
    if (found.isEmpty()) {
      return "run " + id + " none - - - 0 0 ";
    }
    ControlState.Begun run = found.get();
    boolean aborted = run.abortedAt() != null;
    String ending = !run.over() ? "running -" : aborted ? "finished 143" : "finished 0";
    return "run "
        + id
        + " "
        + ending
        + " - "
        + (aborted ? "aborted" : "-")
        + " "
        + text(run, DemoPlaybook::log).length()
        + " 0 "
        + run.meta();
  }

  private static String text(ControlState.Begun run, Function<DemoPlaybook, List<String>> which) {
    StringBuilder text = new StringBuilder();
    which
        .apply(run.playbook())
        .subList(0, run.events())
        .forEach(one -> text.append(one).append('\n'));
    return text.toString();
  }

  private void follow(ControlScript script, Frames out) throws IOException, InterruptedException {
    long log = Long.parseLong(script.argument(1));
    long aside = script.argument(3).isEmpty() ? -1 : Long.parseLong(script.argument(3));
    while (true) {
      Optional<ControlState.Begun> found = state.run(script.id());
      boolean over = found.isEmpty() || found.get().over();
      if (found.isPresent()) {
        log = out.rest("data", log, text(found.get(), DemoPlaybook::log));
        if (aside >= 0) {
          aside = out.rest("aside", aside, text(found.get(), DemoPlaybook::events));
        }
      }
      if (over) {
        out.say(report(script.id()));
        return;
      }
      out.pause(ControlState.EVENT);
    }
  }
}
