package dev.switchboard.server.demo;

/** Where agents say that nobody needs help in a case. Any thread. */
@FunctionalInterface
public interface SetsAside {
  /** Closes the case and says so of its posts; false if that was refused. */
  boolean setAside(long caseId, String agent, long token);
}
