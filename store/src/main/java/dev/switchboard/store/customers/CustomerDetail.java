package dev.switchboard.store.customers;

import java.util.List;

/**
 * A customer: who they are on which network, and what they came with.
 *
 * @param id the smallest number of its authors
 * @param authors the first is the one with that number
 * @param joins those that stand, oldest first
 * @param cases newest first, at most {@link CustomerReads#MAX_CASES}
 */
public record CustomerDetail(
    long id, List<AuthorRow> authors, List<JoinRow> joins, List<PastCase> cases) {
  public CustomerDetail {
    authors = List.copyOf(authors);
    joins = List.copyOf(joins);
    cases = List.copyOf(cases);
  }

  public long posts() {
    return authors.stream().mapToLong(AuthorRow::posts).sum();
  }
}
