package dev.switchboard.engine.customer;

/**
 * A person's word that two authors are one customer.
 *
 * @param author whom they looked at
 * @param other whom they joined to them
 */
public record Join(long id, long author, long other) {
  public Join {
    if (author == other) {
      throw new IllegalArgumentException("author %d can't be joined to itself".formatted(author));
    }
  }
}
