package dev.switchboard.store.drafts;

import dev.switchboard.store.Directory;
import dev.switchboard.store.Times;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Drafts, at most one of a person on a case. Saving is one statement, since people type all day; a
 * draft is no event, since nobody else may know of it. Any thread.
 */
public final class DraftStore {
  private final Jdbi jdbi;
  private final Directory directory;

  public DraftStore(Jdbi jdbi, Directory directory) {
    this.jdbi = jdbi;
    this.directory = directory;
  }

  /** What this person is writing on a case. */
  public Optional<Draft> find(long caseId, String person) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT d.text, d.seen_through, d.revision, d.updated_at, l.name AS left_by
                    FROM drafts d JOIN people p ON p.id = d.person_id
                    LEFT JOIN people l ON l.id = d.left_by
                    WHERE d.case_id = :case AND p.name = :person
                    """)
                .bind("case", caseId)
                .bind("person", person)
                .map(
                    (row, _) ->
                        new Draft(
                            row.getString("text"),
                            row.getLong("seen_through"),
                            row.getLong("revision"),
                            Times.read(row, "updated_at"),
                            row.getString("left_by")))
                .findOne());
  }

  /**
   * Keeps what somebody has typed, unless a larger revision is kept already.
   *
   * @param text empty to remove what is kept; at most {@value Draft#MAX_CHARS} characters
   */
  public SavedDraft save(
      long caseId, String person, String text, long seenThrough, long revision, Instant now) {
    int id = directory.person(person);
    boolean kept =
        jdbi.withHandle(
            h ->
                text.isEmpty()
                    ? remove(h, caseId, id, revision)
                    : put(h, caseId, id, text, seenThrough, revision, now));
    return kept ? new SavedDraft.Kept(revision) : refused(caseId, person, text, revision);
  }

  private static boolean put(
      Handle handle,
      long caseId,
      int person,
      String text,
      long seenThrough,
      long revision,
      Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO drafts AS d
                  (case_id, person_id, text, seen_through, revision, updated_at)
                SELECT id, :person, :text, :seen, :revision, :now
                FROM cases, set_config('synchronous_commit', 'off', true)
                WHERE id = :case
                ON CONFLICT (case_id, person_id) DO UPDATE
                SET text = excluded.text, seen_through = excluded.seen_through,
                    revision = excluded.revision, updated_at = excluded.updated_at, left_by = NULL
                WHERE d.revision < excluded.revision
                """)
            .bind("case", caseId)
            .bind("person", person)
            .bind("text", text)
            .bind("seen", seenThrough)
            .bind("revision", revision)
            .bind("now", Times.sql(now))
            .execute()
        == 1;
  }

  private static boolean remove(Handle handle, long caseId, int person, long revision) {
    return handle
            .createUpdate(
                """
                DELETE FROM drafts
                WHERE case_id = :case AND person_id = :person AND revision < :revision
                """)
            .bind("case", caseId)
            .bind("person", person)
            .bind("revision", revision)
            .execute()
        == 1;
  }

  /** Only now, when nothing was written, does it matter why. */
  private SavedDraft refused(long caseId, String person, String text, long revision) {
    Optional<Draft> now = find(caseId, person);
    if (now.isEmpty() && text.isEmpty()) {
      return exists(caseId) ? new SavedDraft.Kept(revision) : new SavedDraft.NoSuchCase(caseId);
    }
    return now.isPresent() || exists(caseId)
        ? new SavedDraft.Overtaken(now.orElse(null))
        : new SavedDraft.NoSuchCase(caseId);
  }

  private boolean exists(long caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT EXISTS (SELECT FROM cases WHERE id = :id)")
                .bind("id", caseId)
                .mapTo(boolean.class)
                .one());
  }

  /** Removes drafts that nobody has touched since {@code before}; answers how many. */
  public int forget(Instant before) {
    return jdbi.withHandle(
        h ->
            h.createUpdate("DELETE FROM drafts WHERE updated_at < :before")
                .bind("before", Times.sql(before))
                .execute());
  }
}
