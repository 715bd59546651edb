package dev.switchboard.store.triage;

import dev.switchboard.store.Directory;
import dev.switchboard.store.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Labels in the transaction of the action that they come from. It locks the brand's row of steps,
 * so write labels last: then nobody who holds that lock waits for another. Any thread.
 */
public final class LabelWriter {
  private static final String NEXT_STEP =
      """
      INSERT INTO triage_learners (brand_id, steps) VALUES (:brand, 1)
      ON CONFLICT (brand_id) DO UPDATE SET steps = triage_learners.steps + 1
      RETURNING steps
      """;

  private final Directory directory;

  public LabelWriter(Directory directory) {
    this.directory = directory;
  }

  /** A label that stands and may be taken back. */
  public record Standing(
      long id,
      int step,
      LabelAction action,
      @Nullable Long caseId,
      NewLabel.CaseEffect effect,
      @Nullable Judged judgedBefore) {}

  /**
   * Writes a label. One that says the opposite, or another tag, gives way to it.
   *
   * @param agent who did it, or null for an imported history
   * @return its number; empty if the same stands said already
   */
  public Optional<Long> write(
      Handle handle, JudgedPost post, NewLabel label, @Nullable String agent, Instant now) {
    List<Before> before = standing(handle, post.id());
    boolean known =
        label.needsHelp() != null
            && label.effect() == NewLabel.CaseEffect.NONE
            && label.judged() == null
            && before.stream().anyMatch(b -> label.needsHelp().equals(b.needsHelp()));
    if (known) {
      return Optional.empty();
    }
    long id = insert(handle, post, label, agent, now);
    for (Before other : before) {
      if (other.tagged() == (label.action() == LabelAction.TAGGED)) {
        takeBack(handle, post.brandId(), other.id(), other.step(), agent, now, id);
      }
    }
    if (label.judged() != null) {
      judge(handle, post.id(), label.judged());
    }
    return Optional.of(id);
  }

  /** What was said of a post last and may be taken back. */
  public Optional<Standing> findLast(Handle handle, long post) {
    return handle
        .createQuery(
            """
            SELECT id, step, action, case_id, case_effect, judged_before FROM triage_labels
            WHERE post_id = :post AND undone_at IS NULL AND person_id IS NOT NULL
              AND action IN ('set_aside', 'brought_back', 'thanked', 'audited', 'tagged')
            ORDER BY id DESC LIMIT 1
            """)
        .bind("post", post)
        .map(
            (row, _) ->
                new Standing(
                    row.getLong("id"),
                    row.getInt("step"),
                    LabelAction.ofWord(row.getString("action")),
                    row.getObject("case_id", Long.class),
                    NewLabel.CaseEffect.valueOf(
                        row.getString("case_effect").toUpperCase(Locale.ROOT)),
                    Judged.ofWordOrNull(row.getString("judged_before"))))
        .findOne();
  }

  /** Takes a label back: what it had replaced stands again, as a label of its own. */
  public void undo(Handle handle, JudgedPost post, Standing label, String agent, Instant now) {
    takeBack(handle, post.brandId(), label.id(), label.step(), agent, now, null);
    List<Long> replaced =
        handle
            .createQuery("SELECT id FROM triage_labels WHERE replaced_by = :id ORDER BY step")
            .bind("id", label.id())
            .mapTo(Long.class)
            .list();
    for (long id : replaced) {
      handle
          .createUpdate(
              """
              INSERT INTO triage_labels (brand_id, step, post_id, text, case_id, action, needs_help,
                intent, problem, verdict, judged_before, case_effect, person_id, at)
              SELECT brand_id, :step, post_id, text, case_id, action, needs_help,
                intent, problem, verdict, judged_before, case_effect, person_id, at
              FROM triage_labels WHERE id = :id
              """)
          .bind("step", nextStep(handle, post.brandId()))
          .bind("id", id)
          .execute();
    }
    if (label.action() != LabelAction.TAGGED) {
      judge(handle, post.id(), label.judgedBefore());
    }
  }

  private record Before(long id, int step, @Nullable Boolean needsHelp, boolean tagged) {}

  private static List<Before> standing(Handle handle, long post) {
    return handle
        .createQuery(
            """
            SELECT id, step, needs_help, action = 'tagged' AS tagged FROM triage_labels
            WHERE post_id = :post AND undone_at IS NULL
            """)
        .bind("post", post)
        .map(
            (row, _) ->
                new Before(
                    row.getLong("id"),
                    row.getInt("step"),
                    row.getObject("needs_help", Boolean.class),
                    row.getBoolean("tagged")))
        .list();
  }

  /** With the brand's next step, in one statement: its row is locked until the transaction ends. */
  private long insert(
      Handle handle, JudgedPost post, NewLabel label, @Nullable String agent, Instant now) {
    return handle
        .createQuery(
            "WITH next AS ("
                + NEXT_STEP
                + """
                )
                INSERT INTO triage_labels (brand_id, step, post_id, text, case_id, action,
                  needs_help, intent, problem, verdict, judged_before, case_effect, person_id, at)
                SELECT :brand, next.steps, :post, :text, :case, :action, :help,
                  coalesce(:intent, (SELECT intent FROM triage_labels
                                     WHERE post_id = :post AND action = 'tagged'
                                       AND undone_at IS NULL AND :action = 'tagged')),
                  coalesce(:problem, (SELECT problem FROM triage_labels
                                      WHERE post_id = :post AND action = 'tagged'
                                        AND undone_at IS NULL AND :action = 'tagged')),
                  :verdict, :before, :effect, :person, :at
                FROM next RETURNING id
                """)
        .bind("brand", post.brandId())
        .bind("post", post.id())
        .bind("text", post.text())
        .bind("case", label.caseId())
        .bind("action", label.action().word())
        .bind("help", label.needsHelp())
        .bind("intent", label.intent())
        .bind("problem", label.problem())
        .bind("verdict", post.verdict() == null ? null : post.verdict().word())
        .bind("before", post.judged() == null ? null : post.judged().word())
        .bind("effect", label.effect().name().toLowerCase(Locale.ROOT))
        .bind("person", agent == null ? null : Integer.valueOf(directory.person(agent)))
        .bind("at", Times.sql(now))
        .mapTo(long.class)
        .one();
  }

  /** A model that has learned from it is worth nothing any more. */
  private void takeBack(
      Handle handle,
      int brandId,
      long label,
      int step,
      @Nullable String agent,
      Instant now,
      @Nullable Long replacedBy) {
    handle
        .createUpdate(
            """
            UPDATE triage_labels
            SET undone_at = :at, undone_by = :person, undone_step = :step, replaced_by = :by
            WHERE id = :id
            """)
        .bind("id", label)
        .bind("at", Times.sql(now))
        .bind("person", agent == null ? null : Integer.valueOf(directory.person(agent)))
        .bind("step", nextStep(handle, brandId))
        .bind("by", replacedBy)
        .execute();
    handle
        .createUpdate("DELETE FROM triage_models WHERE brand_id = :brand AND version > :step")
        .bind("brand", brandId)
        .bind("step", step)
        .execute();
  }

  private static void judge(Handle handle, long post, @Nullable Judged judged) {
    handle
        .createUpdate("UPDATE posts SET judged = :judged WHERE id = :id")
        .bind("id", post)
        .bind("judged", judged == null ? null : judged.word())
        .execute();
  }

  /** The brand's next step; its row stays locked until the transaction ends. */
  static int nextStep(Handle handle, int brandId) {
    return handle.createQuery(NEXT_STEP).bind("brand", brandId).mapTo(int.class).one();
  }
}
