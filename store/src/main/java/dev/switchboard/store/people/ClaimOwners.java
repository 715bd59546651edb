package dev.switchboard.store.people;

import org.jdbi.v3.core.Jdbi;

/** Whether a claim's token is somebody's. Any thread. */
public final class ClaimOwners {
  private final Jdbi jdbi;

  public ClaimOwners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Whether this person's claim on this case has this token now. */
  public boolean holds(long caseId, String name, long token) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT EXISTS (SELECT FROM claims c JOIN people p ON p.id = c.person_id
                      WHERE c.case_id = :case AND c.token = :token AND p.name = :name)
                    """)
                .bind("case", caseId)
                .bind("token", token)
                .bind("name", name)
                .mapTo(boolean.class)
                .one());
  }

  /** The same of the case that a post's conversation has open. */
  public boolean holdsCaseOfPost(long post, String name, long token) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT EXISTS (SELECT FROM posts o
                      JOIN cases k ON k.conversation_id = o.conversation_id
                      JOIN claims c ON c.case_id = k.id JOIN people p ON p.id = c.person_id
                      WHERE o.id = :post AND c.token = :token AND p.name = :name)
                    """)
                .bind("post", post)
                .bind("token", token)
                .bind("name", name)
                .mapTo(boolean.class)
                .one());
  }
}
