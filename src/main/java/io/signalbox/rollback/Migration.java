package io.signalbox.rollback;

/**
 * What is known of database migrations between the version that runs and the one that is wanted.
 *
 * @param state whether there is one
 * @param words how that is known
 */
public record Migration(State state, String words) {
  /** Nothing is declared about migrations anywhere. */
  public static final Migration NOT_DECLARED =
      new Migration(State.NOT_DECLARED, "nothing is declared about database migrations");

  /** Whether there is one. */
  public enum State {
    /** It is declared that there is none. */
    NONE,
    /** There is one: an older version may not be able to read the data. */
    IN_BETWEEN,
    /** Migrations are declared, but not for this way. */
    UNKNOWN,
    /** Nobody says anything about migrations. */
    NOT_DECLARED
  }

  /** True where an operator has to say that they know it. */
  public boolean toAcknowledge() {
    return state == State.IN_BETWEEN || state == State.UNKNOWN;
  }
}
