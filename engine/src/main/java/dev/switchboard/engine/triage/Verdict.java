package dev.switchboard.engine.triage;

/**
 * What is done with a post: help opens a case, unsure opens one ranked low, set aside opens none.
 */
public enum Verdict {
  HELP,
  UNSURE,
  SET_ASIDE
}
