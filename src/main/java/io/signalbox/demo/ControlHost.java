package io.signalbox.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The demo's control host: answers what the console asks before, during and after a rollback. */
final class ControlHost {
  private static final int NOT_SIMULATED = 127;
  private static final String VERSION = "ansible-playbook [core 2.14.18]";

  private final ControlState state;

  ControlHost(ControlState state) {
    this.state = state;
  }

  /**
   * Answers one script.
   *
   * @return the exit code; 127 for what is not simulated
   */
  int answer(ControlScript script, Frames out) throws IOException, InterruptedException {
    switch (script.verb()) {
      case "look" -> look(script, out);
      case "fingerprint" -> {
        out.tell("list 0", DemoPlaybook.listing());
        hashes(out);
      }
      case "reach" -> reach(script, out);
      case "after" -> after(script, out);
      case "weigh" -> weigh(script, out);
      case "preview" -> preview(script, out);
      case "kept" -> kept(script, out);
      default -> {
        return state.runs().call(script, out) ? 0 : NOT_SIMULATED;
      }
    }
    out.say("end");
    return 0;
  }

  private void look(ControlScript script, Frames out) throws IOException {
    out.say("now " + state.seconds());
    out.tell("version 0", List.of(VERSION));
    out.say("playbook file");
    out.say("inventory there");
    out.tell("list 0", DemoPlaybook.listing());
    out.say("free 48234496");
    out.say(
        "artifact " + (ControlState.ARTIFACTS.contains(script.target()) ? "summed" : "missing"));
    for (String version : ControlState.ARTIFACTS) {
      out.say("have " + version);
    }
    ObjectNode kept = Json.object();
    kept.put("current_version", state.current()).put("previous_version", state.previous());
    out.tell("state 0", List.of(kept.toString()));
    out.tell("url 0", List.of("{\"version\":\"" + state.current() + "\"}"));
    hashes(out);
  }

  private static void hashes(Frames out) throws IOException {
    out.say("playbooks " + "3d".repeat(32));
    out.say("inventoried " + "7a".repeat(32));
  }

  private void reach(ControlScript script, Frames out) throws IOException {
    List<String> hosts = List.of(script.argument(2).split(","));
    if (script.argument(1).equals("ping")) {
      out.tell(
          "ping 0",
          hosts.stream().map(host -> host + " | SUCCESS => {\"ping\": \"pong\"}").toList());
    }
    out.tell(
        "raw 0",
        hosts.stream()
            .map(
                host ->
                    host
                        + " | CHANGED | rc=0 | (stdout) /opt/shop/version.txt\t"
                        + state.current()
                        + "\\n")
            .toList());
  }

  private void after(ControlScript script, Frames out) throws IOException {
    out.say("now " + state.seconds());
    out.tell("url 0", List.of("{\"version\":\"" + state.current() + "\"}"));
  }

  private static void weigh(ControlScript script, Frames out) throws IOException {
    for (List<String> check : script.calls("check")) {
      boolean url = check.size() > 1 && check.get(1).equals("url");
      out.tell("check " + check.getFirst() + " 0", List.of(url ? "{\"status\":\"UP\"}" : "PONG"));
    }
  }

  private void preview(ControlScript script, Frames out) throws IOException, InterruptedException {
    DemoPlaybook playbook = new DemoPlaybook(state.current(), script.target(), true, state.now());
    long at = 0;
    for (String event : playbook.events()) {
      out.pause(ControlState.EVENT.dividedBy(4));
      at = out.bytes("aside", at, event + "\n");
    }
    ControlState.Kept kept = state.keep(script.argument(1), script.argument(2), playbook);
    out.say("now " + state.seconds());
    out.tell("log 0", playbook.log());
    out.say("taken " + kept.at());
  }

  private void kept(ControlScript script, Frames out) throws IOException {
    out.say("now " + state.seconds());
    Optional<ControlState.Kept> kept = state.preview(script.argument(1));
    if (kept.isPresent()) {
      out.say("kept " + kept.get().at() + " 0");
      out.say("meta " + kept.get().meta());
      out.bytes("aside", 0, String.join("\n", kept.get().playbook().events()) + "\n");
      return;
    }
    Optional<ControlState.Kept> other = state.newest();
    if (other.isPresent()) {
      out.say("other " + other.get().at());
      out.say("meta " + other.get().meta());
    }
  }
}
