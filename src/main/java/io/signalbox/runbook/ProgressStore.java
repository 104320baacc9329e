package io.signalbox.runbook;

import java.util.function.UnaryOperator;

/** Where progress is kept between starts of the console. Blocks; safe on every thread. */
public interface ProgressStore {
  /**
   * What is kept of a runbook; at the beginning where nothing is. Where it cannot be read it is at
   * the beginning too, and {@link RunbookProgress#note} says why.
   *
   * @param key of the runbook among all: two files of one name in two folders have two
   */
  RunbookProgress load(String key, Runbook runbook);

  /**
   * Changes what is kept, from what is kept now, in one step: nothing that another thread keeps in
   * between is lost.
   *
   * @return what is kept from now on
   * @throws IllegalStateException where the disk does not take it; the message says why
   */
  RunbookProgress change(String key, Runbook runbook, UnaryOperator<RunbookProgress> change);
}
