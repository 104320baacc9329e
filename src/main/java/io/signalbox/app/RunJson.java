package io.signalbox.app;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Asked;
import io.signalbox.action.Evidence;
import io.signalbox.action.OutputLine;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan and what came of it, as every acting verb prints it. */
final class RunJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RunJson() {}

  /**
   * One JSON object.
   *
   * @param run null while nothing was run
   * @param verdict the word of the verdict, null for a plan that was only shown
   * @param error why nothing was run or what went wrong, null when nothing did
   */
  static String text(
      @Nullable Plan plan,
      @Nullable ActionRun run,
      @Nullable String verdict,
      @Nullable String error) {
    return text(plan, run, verdict, error, null);
  }

  /** As above, with what a second person was asked; null where nobody was. */
  static String text(
      @Nullable Plan plan,
      @Nullable ActionRun run,
      @Nullable String verdict,
      @Nullable String error,
      @Nullable Asked asked) {
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(tree(plan, run, verdict, error, asked));
  }

  /** The same for verbs that have more to say. */
  static ObjectNode tree(
      @Nullable Plan plan,
      @Nullable ActionRun run,
      @Nullable String verdict,
      @Nullable String error,
      @Nullable Asked asked) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    if (plan == null) {
      root.putNull("plan");
    } else {
      plan(root.putObject("plan"), plan);
    }
    root.put("run", run == null ? null : run.id());
    root.put("verdict", verdict);
    ArrayNode evidence = root.putArray("evidence");
    ArrayNode output = root.putArray("output");
    if (run != null) {
      run.evidence().forEach(proof -> evidence(evidence.addObject(), proof));
      run.output().stream().map(OutputLine::text).forEach(output::add);
    }
    root.put("error", error);
    if (asked != null) {
      root.putObject("approval")
          .put("request", asked.path())
          .put("command", asked.command())
          .put("byHand", asked.byHand())
          .put("onGithub", asked.onGithub().isEmpty() ? null : asked.onGithub())
          .put("deadline", asked.deadline().toString());
    }
    return root;
  }

  /** An object as it is printed. */
  static String text(ObjectNode root) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void plan(ObjectNode node, Plan plan) {
    node.put("id", plan.id());
    node.put("hash", plan.contentHash());
    node.put("verb", plan.draft().verb());
    node.put("consequence", plan.draft().consequence());
    node.put("tier", plan.tier().level());
    node.put("confirm", plan.confirmText());
    ArrayNode targets = node.putArray("targets");
    for (Target target : plan.draft().targets()) {
      targets
          .addObject()
          .put("path", target.path())
          .put("name", target.name())
          .put("host", target.host())
          .put("address", target.address())
          .put("service", target.service());
    }
    ArrayNode commands = node.putArray("commands");
    for (RemoteCommand command : plan.draft().commands()) {
      ArrayNode argv = commands.addArray();
      command.argv().forEach(argv::add);
    }
    ArrayNode preconditions = node.putArray("preconditions");
    plan.preconditions().forEach(rule -> precondition(preconditions.addObject(), rule));
    ArrayNode overrides = node.putArray("overrides");
    plan.overrides()
        .forEach(one -> overrides.addObject().put("rule", one.rule()).put("reason", one.reason()));
    node.put("prediction", plan.draft().prediction());
    node.put("abort", plan.draft().abort());
    node.put("undo", plan.draft().undo());
    node.put("expiresAt", plan.expiresAt().toString());
  }

  private static void precondition(ObjectNode node, Precondition rule) {
    node.put("rule", rule.rule());
    node.put("ruling", rule.ruling().word());
    node.put("observed", rule.observed());
    var age = rule.age();
    if (age == null) {
      node.putNull("ageSeconds");
    } else {
      node.put("ageSeconds", age.toMillis() / 1000.0);
    }
  }

  private static void evidence(ObjectNode node, Evidence proof) {
    node.put("what", proof.what());
    node.put("result", proof.result().word());
    node.put("observed", proof.observed());
    node.put("at", proof.at().toString());
  }
}
