package dev.switchboard.store.customers;

import dev.switchboard.engine.customer.Customer;
import dev.switchboard.engine.customer.Join;
import dev.switchboard.engine.customer.Muted;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.Directory;
import dev.switchboard.store.Times;
import dev.switchboard.store.desk.CaseTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on the customers of a brand, which are this transaction's alone from {@link
 * #find} until the end. Locks are taken in this order: the brand, cases, authors.
 */
public final class CustomerTransaction {
  private final CaseTransaction cases;
  private final Handle handle;
  private final Directory directory;
  private final Instant now;

  CustomerTransaction(CaseTransaction cases, Directory directory, Instant now) {
    this.cases = cases;
    this.handle = cases.handle();
    this.directory = directory;
    this.now = now;
  }

  /** The same transaction, for the cases of an author. */
  public CaseTransaction cases() {
    return cases;
  }

  /** Finds an author; their brand's customers are locked. */
  public Optional<KnownAuthor> find(long author) {
    handle
        .createQuery(
            """
            SELECT b.id FROM brands b JOIN authors a ON a.brand_id = b.id
            WHERE a.id = :id FOR NO KEY UPDATE OF b
            """)
        .bind("id", author)
        .mapTo(int.class)
        .findOne();
    // Read after the lock is held: what stood there before may be old.
    return handle
        .createQuery(
            """
            SELECT a.id, coalesce(a.customer_id, a.id) AS customer, a.brand_id, a.network,
              a.external_id, a.muted_at, m.name AS muted_by, a.spam
            FROM authors a LEFT JOIN people m ON m.id = a.muted_by WHERE a.id = :id
            """)
        .bind("id", author)
        .map(
            (row, _) ->
                new KnownAuthor(
                    row.getLong("id"),
                    row.getLong("customer"),
                    row.getInt("brand_id"),
                    row.getString("network"),
                    row.getString("external_id"),
                    muted(
                        Times.find(row, "muted_at"),
                        row.getString("muted_by"),
                        row.getBoolean("spam"))))
        .findOne();
  }

  private static @Nullable Muted muted(@Nullable Instant since, String by, boolean spam) {
    return since == null ? null : new Muted(by, since, spam);
  }

  /** The customer of that number. */
  public Customer customer(long id) {
    List<Long> authors =
        handle
            .createQuery("SELECT id FROM authors WHERE id = :id OR customer_id = :id")
            .bind("id", id)
            .mapTo(Long.class)
            .list();
    List<Join> joins =
        CustomerReads.joins(handle, authors).stream()
            .map(row -> new Join(row.id(), row.author(), row.other()))
            .toList();
    return new Customer(new TreeSet<>(authors), joins);
  }

  /** The number of the next join, which is taken. */
  public long nextJoin() {
    return handle
        .createQuery("SELECT nextval(pg_get_serial_sequence('customer_joins', 'id'))")
        .mapTo(long.class)
        .one();
  }

  public void add(Join join, String by) {
    handle
        .createUpdate(
            """
            INSERT INTO customer_joins (id, author_id, other_id, joined_by, joined_at)
            OVERRIDING SYSTEM VALUE VALUES (:id, :author, :other, :by, :at)
            """)
        .bind("id", join.id())
        .bind("author", join.author())
        .bind("other", join.other())
        .bind("by", directory.person(by))
        .bind("at", Times.sql(now))
        .execute();
  }

  public void takeBack(long join, String by) {
    handle
        .createUpdate(
            "UPDATE customer_joins SET undone_at = :at, undone_by = :by"
                + " WHERE id = :id AND undone_at IS NULL")
        .bind("id", join)
        .bind("by", directory.person(by))
        .bind("at", Times.sql(now))
        .execute();
  }

  /** Writes which authors a customer has. */
  public void save(Customer customer) {
    handle
        .createUpdate(
            """
            UPDATE authors SET customer_id = nullif(:customer, id)
            WHERE id IN (
              SELECT id FROM authors WHERE id = ANY(:authors) ORDER BY id FOR NO KEY UPDATE)
            """)
        .bind("customer", customer.id())
        .bindArray("authors", Long.class, List.copyOf(customer.authors()))
        .execute();
  }

  /** Writes whether an author is heard. */
  public void save(long author, @Nullable Muted muted) {
    handle
        .createUpdate(
            """
            UPDATE authors SET muted_at = :at, muted_by = :by, spam = :spam WHERE id = :id
            """)
        .bind("id", author)
        .bind("at", Times.sqlOrNull(muted == null ? null : muted.since()))
        .bind("by", muted == null ? null : Integer.valueOf(directory.person(muted.by())))
        .bind("spam", muted != null && muted.spam())
        .execute();
  }

  /**
   * Cases in whose conversation nobody but this author asks: the open ones, or those that were
   * closed since they are spam; at most {@code limit}, oldest first. A case that is closed is not
   * named if its conversation has an open one.
   */
  public List<Long> casesOfAlone(long author, boolean open, int limit) {
    return handle
        .createQuery(
            """
            SELECT c.id FROM cases c
            WHERE c.conversation_id IN (
                SELECT conversation_id FROM posts WHERE author_id = :author AND direction = 'in')
              AND NOT EXISTS (
                SELECT FROM posts p WHERE p.conversation_id = c.conversation_id
                  AND p.direction = 'in' AND p.author_id <> :author)
              AND CASE WHEN :open THEN c.state <> 'closed'
                ELSE c.close_reason = 'spam' AND NOT EXISTS (
                  SELECT FROM cases o
                  WHERE o.conversation_id = c.conversation_id
                    AND (o.state <> 'closed' OR o.id > c.id AND o.close_reason = 'spam')) END
            ORDER BY c.id LIMIT :limit
            """)
        .bind("author", author)
        .bind("open", open)
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  public void record(int brandId, String actor, Event event) {
    cases.record(new NewEvent(null, null, actor, event), brandId);
  }
}
