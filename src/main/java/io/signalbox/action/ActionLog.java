package io.signalbox.action;

import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.RuleOverride;
import io.signalbox.interlock.Second;
import io.signalbox.interlock.Target;
import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalEntry;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.JournalNote;
import io.signalbox.journal.Phase;
import io.signalbox.journal.Unfinished;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts plans and runs into the journal's plain values. */
final class ActionLog {
  private final Journal journal;
  private final PendingBook pending;
  private final @Nullable Path outputFolder;

  /** With a folder for output that memory has no room for; null keeps the newest only. */
  ActionLog(Journal journal, @Nullable Path outputFolder) {
    this.journal = journal;
    this.pending = new PendingBook(journal.folder());
    this.outputFolder = outputFolder;
  }

  /** Actions on record whose outcome is not known. */
  List<Pending> pending() throws ActionException {
    return pending.all();
  }

  /**
   * Writes down how an action ended that this process does not carry out; false if none is open.
   */
  boolean settle(String actionId, Phase phase, Map<String, String> params, String result)
      throws ActionException, JournalException {
    for (Pending open : pending.all()) {
      if (open.id().equals(actionId)) {
        pending.learn(
            journal.append(
                new JournalNote(phase, open.verb(), actionId, open.target(), params, "", result)));
        return true;
      }
    }
    return false;
  }

  /** Which journal this is, for what remote runs keep of it. */
  String journal() {
    return journal.id().word();
  }

  /** Where a run's output is kept while the console runs. */
  OutputLog output() {
    return new OutputLog(outputFolder);
  }

  /** Why nothing can be recorded, empty when it can. */
  String whyReadOnly() {
    return journal.whyReadOnly();
  }

  void proposed(Plan plan) throws JournalException {
    write(plan, Phase.REQUESTED, Map.of("intent", plan.draft().verb()), "");
    Map<String, String> params = new LinkedHashMap<>();
    params.put("consequence", plan.draft().consequence());
    params.put("tier", plan.tier().name());
    params.put("hash", plan.hash());
    params.put("contentHash", plan.contentHash());
    List<RemoteCommand> commands = plan.draft().commands();
    for (int i = 0; i < commands.size(); i++) {
      params.put("command" + (i + 1), commands.get(i).host() + ": " + commands.get(i).argv());
    }
    plan.overrides().forEach(one -> params.put("override:" + one.rule(), one.reason()));
    for (Precondition ruling : plan.preconditions()) {
      params.put("rule:" + ruling.rule(), ruling.ruling().word() + ": " + ruling.observed());
    }
    write(plan, Phase.PLANNED, params, plan.refused() ? "refused" : "");
  }

  /**
   * Writes who permitted what.
   *
   * @param second what stood for the second person, in words
   * @param solo nobody but the actor could be asked
   */
  void permitted(Plan plan, Approval approval, String second, boolean solo)
      throws JournalException {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("by", approval.actor());
    params.put("typed", approval.typed());
    params.put("reason", approval.reason());
    params.put("approvedAt", approval.at().toString());
    List<String> toReview = new ArrayList<>();
    for (RuleOverride override : plan.overrides()) {
      params.put("override:" + override.rule(), override.reason());
      toReview.add("override of " + override.rule());
    }
    if (!second.isEmpty()) {
      params.put("second", second);
    }
    if (approval.second() instanceof Second.BreakGlass && !second.isEmpty()) {
      toReview.add("break-glass instead of a second person");
    }
    if (solo) {
      toReview.add("solo: no approver is listed");
    }
    if (!toReview.isEmpty()) {
      params.put(Review.MEMBER, String.join("; ", toReview));
    }
    write(plan, Phase.PERMITTED, params, "permitted");
  }

  void outcome(ActionRun run, Outcome outcome) throws JournalException {
    Map<String, String> params = new LinkedHashMap<>();
    for (Evidence evidence : run.evidence()) {
      params.put(
          "evidence:" + evidence.what(), evidence.result().word() + ": " + evidence.observed());
    }
    if (outcome.error() != null) {
      params.put("error", outcome.error());
    }
    reads(run.plan(), params);
    write(run.plan(), Phase.OUTCOME, params, outcome.verdict().name());
  }

  void lock(Phase phase, String environment, String reason) throws JournalException {
    journal.append(
        new JournalNote(phase, "read-only", "", environment, Map.of("reason", reason), "", ""));
  }

  /** A look that needed no plan; it keeps no action from being carried out. */
  void looked(Look look) throws JournalException {
    Map<String, String> params = new LinkedHashMap<>(look.params());
    params.put(Unfinished.READS, "yes");
    journal.append(
        new JournalNote(Phase.OUTCOME, look.verb(), "", look.target(), params, "", look.result()));
  }

  JournalEntry write(Plan plan, Phase phase, Map<String, String> params, String result)
      throws JournalException {
    JournalEntry entry =
        journal.append(
            new JournalNote(
                phase,
                plan.draft().verb(),
                plan.id(),
                plan.confirmText(),
                params,
                argvSha256(plan.draft().commands()),
                result));
    pending.learn(entry);
    return entry;
  }

  /** Written ahead: from here on something may have been sent. */
  JournalEntry started(Plan plan) throws JournalException {
    List<String> hosts = plan.draft().targets().stream().map(Target::host).distinct().toList();
    Map<String, String> params = new LinkedHashMap<>();
    params.put(PendingBook.HOSTS, String.join(" ", hosts));
    List<Target> targets = plan.draft().targets();
    for (int i = 0; i < targets.size(); i++) {
      params.put(PendingBook.TARGET + (i + 1), targets.get(i).path());
    }
    reads(plan, params);
    return write(plan, Phase.STARTED, params, "");
  }

  /** What only reads leaves nothing open, however it ends. */
  private static void reads(Plan plan, Map<String, String> params) {
    if (!plan.draft().mutating()) {
      params.put(Unfinished.READS, "yes");
    }
  }

  /** Hash over hosts and arguments, each with its length before it. */
  static String argvSha256(List<RemoteCommand> commands) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (RemoteCommand command : commands) {
        add(digest, command.host());
        digest.update((command.argv().size() + ":").getBytes(StandardCharsets.US_ASCII));
        command.argv().forEach(argument -> add(digest, argument));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
