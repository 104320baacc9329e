package io.signalbox.rollback.work;

import io.signalbox.ansible.Listing;
import io.signalbox.model.Deployment;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.PlaybookAnswer.Part;
import io.signalbox.remote.durable.PlaybookGround;
import io.signalbox.rollback.Observation;
import io.signalbox.rollback.StateFile;
import io.signalbox.rollback.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at everything that a rollback rests on; changes nothing. Blocks. */
final class GroundReader {
  private final RollbackSetup setup;
  private final RollbackProfile profile;
  private final PlaybookCall call;

  GroundReader(RollbackSetup setup) {
    this.setup = setup;
    this.profile = setup.profile().rollback();
    this.call = new PlaybookCall(profile);
  }

  /**
   * What was read.
   *
   * @param look the control host's own words
   * @param reach what every host said, null where none was asked
   * @param marks locks and markers on the hosts
   * @param locked hosts among them that the profile locks
   */
  record Seen(
      PlaybookAnswer look,
      @Nullable PlaybookAnswer reach,
      Listing listing,
      Versions versions,
      HostMarks marks,
      List<String> locked,
      Instant at) {}

  /** Looks, with the values that are known before. */
  Seen look(String host, Map<String, String> values, List<String> hosts)
      throws RemoteException, InterruptedException {
    PlaybookGround ground = call.ground(host, values, hosts);
    PlaybookAnswer look = setup.host().look(ground);
    Listing listing = listing(look);
    StateFile state = state(look);
    PlaybookAnswer reach = null;
    if (!listing.hosts().isEmpty()) {
      String running = call.artifact(state.current());
      reach = setup.host().reach(ground, listing.hosts(), true, profile.versionFiles(), running);
    }
    Instant now = setup.clock().instant();
    Versions versions =
        new Versions(state, observed(host, look, reach), artifacts(look), deployed(), now);
    List<String> locked =
        setup.profile().hosts().stream()
            .filter(HostProfile::locked)
            .map(HostProfile::name)
            .filter(listing.hosts()::contains)
            .toList();
    HostMarks marks = HostMarks.of(call.marks(), reach, listing.hosts());
    return new Seen(look, reach, listing, versions, marks, locked, now);
  }

  /** What the playbook names; nothing where it cannot be read. */
  static Listing listing(PlaybookAnswer look) {
    return look.part("list")
        .filter(part -> part.code() == 0)
        .map(part -> Listing.parse(part.block()))
        .orElse(new Listing(List.of()));
  }

  private StateFile state(PlaybookAnswer look) {
    if (profile.stateFile().isEmpty()) {
      return StateFile.NONE;
    }
    return look.part("state")
        .filter(part -> !part.words().equals("missing"))
        .map(part -> StateFile.parse(part.block()))
        .orElseGet(
            () -> StateFile.unreadable(profile.stateFile() + " is not there, or not readable"));
  }

  /** What endpoint and version files say, as they were asked just now. */
  List<Observation> observed(String host, PlaybookAnswer look, @Nullable PlaybookAnswer reach) {
    List<Observation> seen = new ArrayList<>();
    look.part("url").ifPresent(part -> seen.add(endpoint(host, part)));
    if (reach != null) {
      reach
          .part("raw")
          .ifPresent(part -> seen.addAll(HostLines.versions(part.text(), profile.versionFiles())));
    }
    for (String file : profile.versionFiles()) {
      if (seen.stream().anyMatch(one -> one.source().equals(file))) {
        continue;
      }
      seen.add(
          look.all("seen").stream()
              .filter(part -> part.words().endsWith(" " + file))
              .map(part -> ownFile(host, file, part))
              .findFirst()
              .orElse(new Observation(host, file, null, "the file is on no host that answered")));
    }
    return seen;
  }

  private static Observation ownFile(String host, String file, Part part) {
    String text = part.words().substring(0, part.words().length() - file.length()).strip();
    return text.isEmpty()
        ? new Observation(host, file, null, "the file is empty")
        : new Observation(host, file, io.signalbox.text.SafeText.line(text), "");
  }

  private Observation endpoint(String host, Part part) {
    String body = part.block();
    if (part.code() != 0) {
      String why = io.signalbox.text.SafeText.line(body.isBlank() ? "no answer" : body.strip());
      return new Observation(host, profile.versionUrl(), null, why);
    }
    String version = VersionText.in(body);
    return version.isEmpty()
        ? new Observation(host, profile.versionUrl(), null, "its answer holds no version")
        : new Observation(host, profile.versionUrl(), version, "");
  }

  private static List<String> artifacts(PlaybookAnswer look) {
    return look.all("have").stream()
        .map(Part::words)
        .filter(Versions::valid)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private Map<String, String> deployed() {
    String environment = setup.profile().environment().name();
    Map<String, String> found = new LinkedHashMap<>();
    setup.snapshots().get().deployments().stream()
        .filter(one -> one.environment().equals(environment))
        .filter(one -> one.state().equals("success") || one.state().equals("inactive"))
        .sorted(Comparator.comparing(Deployment::createdAt).reversed())
        .forEach(
            one -> found.putIfAbsent(one.ref(), "deployment of " + one.createdAt() + " on GitHub"));
    return found;
  }
}
