package io.signalbox.action;

import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanRefusedException;
import io.signalbox.interlock.Second;
import io.signalbox.journal.JournalException;
import io.signalbox.journal.Phase;
import java.util.Map;
import java.util.Optional;

/** Asks a second person, on record, and reads what they answered. Blocks. */
final class SecondRoad {
  private final DeskSetup setup;
  private final ActionLog log;

  SecondRoad(DeskSetup setup, ActionLog log) {
    this.setup = setup;
    this.log = log;
  }

  Asked ask(Plan plan, String reason) throws ActionException, InterruptedException {
    if (!Interlock.needsSecond(plan, setup.profile())) {
      throw new ActionException("this plan needs no second person");
    }
    if (expired(plan)) {
      throw new ActionException("the plan expired at " + plan.expiresAt() + "; propose it anew");
    }
    if (reason.isBlank()) {
      throw new ActionException("give the reason first: the second person reads it");
    }
    Asked asked = setup.second().ask(plan, setup.actor(), reason);
    try {
      log.write(
          plan,
          Phase.REQUESTED,
          Map.of("approval", asked.path(), "deadline", asked.deadline().toString()),
          "second person asked");
    } catch (JournalException e) {
      throw new ActionException(String.valueOf(e.getMessage()));
    }
    return asked;
  }

  Answer answer(Plan plan) throws ActionException, InterruptedException {
    if (expired(plan)) {
      return new Answer(
          Answer.State.EXPIRED,
          "the deadline passed at " + plan.expiresAt() + "; an answer changes nothing any more",
          Second.NOBODY);
    }
    Optional<String> signature = setup.second().answer(plan);
    if (signature.isEmpty()) {
      return new Answer(Answer.State.WAITING, "no answer yet", Second.NOBODY);
    }
    try {
      String who = setup.interlock().signer(plan, setup.actor(), signature.get(), setup.profile());
      return new Answer(
          Answer.State.APPROVED, "approved by " + who, new Second.Signed(signature.get()));
    } catch (PlanRefusedException e) {
      return new Answer(Answer.State.INVALID, String.valueOf(e.getMessage()), Second.NOBODY);
    }
  }

  private boolean expired(Plan plan) {
    return setup.clock().instant().isAfter(plan.expiresAt());
  }
}
