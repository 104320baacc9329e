package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.interlock.HostFacts;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.PlaybookGround;
import io.signalbox.remote.durable.Survey;
import io.signalbox.rollback.Migration;
import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.PreFlight;
import io.signalbox.rollback.RollbackBoard;
import java.util.List;
import java.util.Map;

/** Looks at everything that a rollback or its preview rests on. Blocks; changes nothing. */
final class RollbackLook {
  private final RollbackSetup setup;
  private final RollbackProfile profile;
  private final RollbackSite site;
  private final PlaybookCall call;

  RollbackLook(RollbackSetup setup) {
    this.setup = setup;
    this.profile = setup.profile().rollback();
    this.site = new RollbackSite(setup);
    this.call = new PlaybookCall(profile);
  }

  /**
   * What is wanted.
   *
   * @param asking a migration has to be acknowledged
   */
  record Wanted(
      String verb,
      String version,
      Map<String, String> values,
      List<String> limit,
      Intent.Acknowledged acknowledged,
      boolean asking) {}

  Looked look(Wanted wanted) throws ActionException, InterruptedException {
    if (!wanted.limit().stream().allMatch(host -> host.matches("[0-9A-Za-z_.-]+"))) {
      throw new ActionException("--limit takes names of hosts, separated by commas");
    }
    RollbackSite.Place place = site.find(wanted.verb(), wanted.version());
    HostFacts facts = site.facts(place);
    PlaybookGround bare = call.ground(place.host(), wanted.values(), wanted.limit());
    if (facts.hostKey() == null) {
      return unseen(place, facts, wanted, bare, "the control host was not reached");
    }
    Survey survey = site.survey(place);
    try {
      GroundReader reader = new GroundReader(setup);
      GroundReader.Seen seen = reader.look(place.host(), wanted.values(), wanted.limit());
      return seen(place, facts, survey, wanted, seen);
    } catch (RemoteException e) {
      return unseen(place, facts, wanted, bare, String.valueOf(e.getMessage()));
    }
  }

  private static Looked unseen(
      RollbackSite.Place place,
      HostFacts facts,
      Wanted wanted,
      PlaybookGround bare,
      String trouble) {
    return new Looked(
        place,
        facts,
        null,
        0,
        null,
        wanted.values(),
        Migration.NOT_DECLARED,
        null,
        null,
        null,
        bare,
        trouble);
  }

  private Looked seen(
      RollbackSite.Place place,
      HostFacts facts,
      Survey survey,
      Wanted wanted,
      GroundReader.Seen seen) {
    String version = wanted.version();
    Migration migration = Migrations.between(seen, version);
    PartialState partial =
        Remains.of(
            seen.look(),
            seen.marks(),
            seen.versions(),
            setup.snapshots().get(),
            setup.profile().deployment(),
            seen.at());
    Map<String, String> values =
        Values.acknowledged(
            Values.known(wanted.values(), seen.versions(), version),
            wanted.acknowledged(),
            Migrations.schema(seen),
            partial);
    PreFlight preFlight =
        PreFlights.of(
            profile, seen, version, wanted.acknowledged().migration(), migration, wanted.asking());
    setup
        .board()
        .show(new RollbackBoard.Ground(version, preFlight, seen.versions(), migration, partial));
    Fingerprint fingerprint =
        Fingerprint.of(
            seen.look(), profile.inventory(), call, values, wanted.limit(), seen.listing().hosts());
    return new Looked(
        place,
        facts,
        site.lock(survey),
        survey.lastToken() + 1,
        seen,
        values,
        migration,
        partial,
        preFlight,
        fingerprint,
        call.ground(place.host(), values, wanted.limit()),
        "");
  }
}
