package io.signalbox.runbook.shell;

/** How the shell reads what stands at a place of a script. */
public enum Quoting {
  /** As words, split and expanded. */
  BARE,
  /** Within double quotes. */
  DOUBLE,
  /** Within single quotes. */
  SINGLE,
  /** Text of a here-document in which variables are expanded. */
  HERE,
  /** Text of a here-document that stays as it is. */
  HERE_LITERAL,
  /** Within <code>${…}</code> or <code>$((…))</code>. */
  EXPANSION,
  COMMENT
}
