package io.signalbox.approval;

import io.signalbox.action.ActionException;
import java.util.Optional;

/** Where requests and signatures lie. Blocks. */
public interface RequestBox {
  /**
   * Creates a file in one step.
   *
   * @return false where there is one already: it stays as it is
   */
  boolean create(String name, String text) throws ActionException, InterruptedException;

  /** The text of a file; empty where there is none. */
  Optional<String> read(String name) throws ActionException, InterruptedException;

  /** Where a file lies, as a path that can be copied. */
  String path(String name);

  /** Where that path is, for people: empty for this machine. */
  String host();
}
