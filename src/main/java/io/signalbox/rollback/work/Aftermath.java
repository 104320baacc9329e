package io.signalbox.rollback.work;

import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.ansible.HostRecap;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.PlaybookAnswer.Part;
import io.signalbox.remote.durable.PlaybookGround;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.rollback.Health;
import io.signalbox.rollback.HealthBoard;
import io.signalbox.rollback.Observation;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.rollback.RollbackVerdict;
import io.signalbox.rollback.RunFacts;
import io.signalbox.rollback.StateFile;
import io.signalbox.rollback.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is read back once a rollback's playbook has ended, and what follows from it. Blocks. */
public final class Aftermath {
  /** What the evidence is called that tells of a lock held by somebody else. */
  static final String LOCK = "Environment lock";

  private static final String LEFT = "Nothing left half done";
  private static final String FILES = "version files";

  /** Ansible's word for the control host itself, on which playbooks keep their books. */
  private static final String LOCAL = "localhost";

  private static final int LOOKS = 5;
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final RollbackSetup setup;
  private final RollbackProfile profile;

  /** For a profile's control host. */
  public Aftermath(RollbackSetup setup) {
    this.setup = setup;
    this.profile = setup.profile().rollback();
  }

  /**
   * Reads back and judges; the same whoever attaches, and whenever.
   *
   * @param told takes each piece of evidence
   */
  public Outcome judge(RunStatus run, RunWatch watch, Consumer<Evidence> told)
      throws InterruptedException {
    if (watch.tree().missing() > 0 && run.state().over()) {
      setup.runs().follow(run.host(), run.id(), watch.refill(), DurableRuns.PATIENCE);
    }
    watch.close();
    PlaybookTree tree = watch.tree();
    RunAim aim = RunAim.of(run.meta());
    List<String> matched = matched(aim, tree);
    RunFacts bare = facts(run, watch, matched, List.of());
    said(bare, told);
    List<Evidence> proofs = new ArrayList<>();
    boolean read =
        switch (RollbackVerdict.of(bare).verdict()) {
          case NOT_RUN, RUNNING -> false;
          default -> true;
        };
    if (read) {
      versions(run.host(), aim, bare, hosts(bare), proofs);
      health(proofs);
      proofs.forEach(told);
    }
    setup
        .board()
        .show(run.id(), new RollbackBoard.Result(run.exitCode(), bare.recap(), bare.toRepeat()));
    return RollbackVerdict.of(facts(run, watch, matched, proofs));
  }

  /** What the profile wants on GitHub and nobody writes who only attaches: they hold no permit. */
  public List<Evidence> unwritten() {
    String words =
        "not written by attach: where the console that began the run did not, write it by hand";
    return NoteWriter.wanted(profile).stream()
        .map(what -> new Evidence(what, Result.NOT_READABLE, words, setup.clock().instant()))
        .toList();
  }

  private static RunFacts facts(
      RunStatus run, RunWatch watch, List<String> matched, List<Evidence> proofs) {
    return new RunFacts(
        run, watch.tree(), watch.printed().hosts(), watch.printed().tasks(), matched, proofs);
  }

  /** By the run's record and by what its plays said themselves: none of them may just be away. */
  private static List<String> matched(RunAim aim, PlaybookTree tree) {
    return Stream.concat(
            aim.hosts().stream(),
            tree.plays().stream()
                .filter(play -> !play.tasks().isEmpty())
                .flatMap(play -> play.hosts().stream()))
        .distinct()
        .toList();
  }

  private static List<String> hosts(RunFacts facts) {
    return facts.matched().isEmpty()
        ? facts.recap().stream().map(HostRecap::host).toList()
        : facts.matched();
  }

  private void said(RunFacts facts, Consumer<Evidence> told) {
    Integer code = facts.run().exitCode();
    Result ended =
        code == null ? Result.NOT_READABLE : code == 0 ? Result.PROVED : Result.DISPROVED;
    say(told, "Exit code", ended, code == null ? facts.run().state().word() : "exit code " + code);
    List<HostRecap> recap = facts.recap();
    long well = recap.stream().filter(HostRecap::well).count();
    List<String> away = facts.away();
    int all = recap.size() + away.size();
    Result hosts =
        recap.isEmpty() ? Result.NOT_READABLE : well == all ? Result.PROVED : Result.DISPROVED;
    say(
        told,
        "Recap",
        hosts,
        well
            + " of "
            + all
            + " hosts came to their end"
            + (away.isEmpty() ? "" : "; never come to: " + String.join(", ", away)));
    long missing = facts.tree().missing();
    boolean none = facts.tree().lastEvent() == 0;
    say(
        told,
        "Events",
        missing == 0 && !none ? Result.PROVED : Result.NOT_READABLE,
        none ? "none" : facts.tree().lastEvent() + " events, " + missing + " missing");
  }

  private void say(Consumer<Evidence> told, String what, Result result, String words) {
    told.accept(new Evidence(what, result, words, setup.clock().instant()));
  }

  private void versions(
      String host, RunAim aim, RunFacts facts, List<String> hosts, List<Evidence> proofs)
      throws InterruptedException {
    if (profile.versionUrl().isEmpty() && profile.versionFiles().isEmpty()) {
      add(
          proofs,
          RunFacts.VERSION,
          Result.NOT_READABLE,
          "nothing says which version runs: set rollback.versionUrl or rollback.versionFiles");
      return;
    }
    List<Observation> seen = List.of();
    Read last = null;
    for (int look = 0; look < LOOKS; look++) {
      if (look > 0) {
        setup.waiting().sleep(BETWEEN);
      }
      try {
        last = read(host, aim.version(), facts, hosts);
        seen = last.seen();
      } catch (RemoteException e) {
        seen = List.of(new Observation(host, "", null, String.valueOf(e.getMessage())));
      }
      if (settled(aim, facts, seen)) {
        break;
      }
    }
    for (Observation one : seen) {
      String version = one.version();
      String words = version == null ? one.words() : version + ", " + aim.wanted();
      String what = RunFacts.VERSION + ", " + one.where() + " " + one.source();
      add(proofs, what, aim.judge(version), words);
    }
    if (last != null) {
      left(last, proofs);
      show(last);
    }
  }

  /**
   * After a run that says it is done a version may take its time; after another one nothing will.
   */
  private boolean settled(RunAim aim, RunFacts facts, List<Observation> seen) {
    if (!facts.saysDone() || aim.version().isEmpty()) {
      return seen.stream()
          .noneMatch(one -> one.version() == null && one.source().equals(profile.versionUrl()));
    }
    return !seen.isEmpty()
        && seen.stream().allMatch(one -> aim.judge(one.version()) == Result.PROVED);
  }

  private void left(Read last, List<Evidence> proofs) {
    List<String> left = new ArrayList<>();
    last.after().all("mark").forEach(mark -> left.add(mark.words()));
    last.marks().found().forEach(mark -> left.add(mark.host() + ": " + mark.path()));
    if (!left.isEmpty()) {
      add(proofs, LEFT, Result.DISPROVED, String.join(", ", left));
    }
  }

  /** A half-done deployment that this run mended, or left, is told to whoever looks. */
  private void show(Read read) {
    Instant now = setup.clock().instant();
    Versions versions = new Versions(StateFile.NONE, read.seen(), List.of(), Map.of(), now);
    setup
        .board()
        .show(
            Remains.of(
                read.after(),
                read.marks(),
                versions,
                setup.snapshots().get(),
                setup.profile().deployment(),
                now));
  }

  private record Read(List<Observation> seen, PlaybookAnswer after, HostMarks marks) {}

  private Read read(String host, String target, RunFacts facts, List<String> hosts)
      throws RemoteException, InterruptedException {
    PlaybookGround ground =
        new PlaybookCall(profile).ground(host, Map.of("target", target), List.of());
    PlaybookAnswer after = setup.host().after(ground);
    PlaybookAnswer reach =
        hosts.isEmpty() || profile.versionFiles().isEmpty() && ground.marks().isEmpty()
            ? null
            : setup.host().reach(ground, hosts, false, profile.versionFiles(), "");
    List<Observation> seen = new ArrayList<>(new GroundReader(setup).observed(host, after, reach));
    if (reach != null && !profile.versionFiles().isEmpty()) {
      seen.addAll(unread(facts, hosts, seen, reach));
    }
    return new Read(seen, after, HostMarks.of(ground.marks(), reach, hosts));
  }

  /** Hosts of which nothing is known: no answer, or changed and without any version file. */
  private static List<Observation> unread(
      RunFacts facts, List<String> hosts, List<Observation> seen, PlaybookAnswer reach) {
    Map<String, String> silent =
        HostLines.silent(reach.part("raw").map(Part::text).orElse(List.of()), hosts);
    List<Observation> unread = new ArrayList<>();
    silent.forEach((name, why) -> unread.add(new Observation(name, FILES, null, why)));
    facts.recap().stream()
        .filter(one -> one.changed() > 0 && !LOCAL.equals(one.host()))
        .map(HostRecap::host)
        .filter(name -> hosts.contains(name) && !silent.containsKey(name))
        .filter(name -> seen.stream().noneMatch(one -> one.where().equals(name)))
        .forEach(name -> unread.add(new Observation(name, FILES, null, "none of them is there")));
    return unread;
  }

  private void health(List<Evidence> proofs) throws InterruptedException {
    if (setup.profile().health().checks().isEmpty()) {
      return;
    }
    HealthBoard board = new HealthAsker(setup).ask(LOOKS);
    Result result =
        board.blocked()
            ? Result.DISPROVED
            : board.worst() == Health.UNKNOWN ? Result.NOT_READABLE : Result.PROVED;
    add(proofs, "Health", result, board.words());
  }

  private void add(List<Evidence> proofs, String what, Result result, String words) {
    proofs.add(new Evidence(what, result, words, setup.clock().instant()));
  }
}
