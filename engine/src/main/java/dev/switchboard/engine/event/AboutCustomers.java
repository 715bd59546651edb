package dev.switchboard.engine.event;

/**
 * What people said of authors: which of them are one customer, and who is not heard. Customers and
 * authors are named by their numbers; a customer's is its author's with the smallest one.
 */
public sealed interface AboutCustomers extends Event {
  /**
   * Two customers are one from now on.
   *
   * @param join what undoing names
   */
  record Joined(long customer, long author, long other, long join) implements AboutCustomers {}

  /** A join was taken back: {@code customer} and {@code other} are two again. */
  record JoinUndone(long customer, long other, long join) implements AboutCustomers {}

  /** The author's later posts open no case. */
  record AuthorMuted(long author) implements AboutCustomers {}

  /** The author is heard again; {@code wasSpam} if they had been taken for spam. */
  record AuthorUnmuted(long author, boolean wasSpam) implements AboutCustomers {}

  /** The author is no customer: muted, and their open cases are closed. */
  record AuthorMarkedSpam(long author) implements AboutCustomers {}
}
