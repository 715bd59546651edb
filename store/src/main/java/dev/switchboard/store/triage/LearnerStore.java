package dev.switchboard.store.triage;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.store.BrandAlarm;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** What learners read and leave: labels, models, what they announce. Any thread. */
public final class LearnerStore {
  private static final int KEPT_MODELS = 4;
  private static final int MAX_TEXT_CHARS = 1_000;

  private final Jdbi jdbi;

  public LearnerStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A brand that has labels.
   *
   * @param steps how many steps its labels have taken
   * @param announced events were written for steps up to this
   */
  public record Learns(int brandId, int steps, int announced) {}

  /**
   * What happened to a brand's labels after a step.
   *
   * @param takenBack whether labels of that step or earlier ones were taken back: then whoever
   *     learned from them must start from an earlier model
   * @param labels the next ones that stand, in order
   * @param through these are all up to this step
   */
  public record Changes(boolean takenBack, List<Label> labels, int through) {}

  /** A learner as it was. */
  public record Model(int version, byte[] bytes) {}

  /** Brands that have labels. */
  public List<Learns> brands() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT brand_id, steps, announced FROM triage_learners WHERE steps > 0
                    ORDER BY brand_id
                    """)
                .map(
                    (row, _) ->
                        new Learns(
                            row.getInt("brand_id"), row.getInt("steps"), row.getInt("announced")))
                .list());
  }

  /** How many steps a brand's labels have taken. */
  public int steps(int brandId) {
    return jdbi.withHandle(h -> steps(h, brandId));
  }

  /** A brand and its name. */
  public record Named(int id, String name) {}

  /** Brands by name, or the one of that name; at most 200. */
  public List<Named> named(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT id, name FROM brands WHERE :all OR name = :name ORDER BY name LIMIT 200
                    """)
                .bind("all", brand == null)
                .bind("name", brand)
                .map((row, _) -> new Named(row.getInt("id"), row.getString("name")))
                .list());
  }

  /** What happened after a step, all of one moment; at most {@code limit} labels. */
  public Changes changes(int brandId, int after, int limit) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        h -> {
          int steps = steps(h, brandId);
          boolean takenBack =
              h.createQuery(
                      """
                      SELECT EXISTS (
                        SELECT FROM triage_labels
                        WHERE brand_id = :brand AND undone_step > :after AND step <= :after)
                      """)
                  .bind("brand", brandId)
                  .bind("after", after)
                  .mapTo(boolean.class)
                  .one();
          List<Label> labels = labels(h, brandId, after, limit);
          int through = labels.size() < limit ? steps : labels.getLast().step();
          return new Changes(takenBack, labels, through);
        });
  }

  /** The brand's latest model that is made of labels that stand, of this default. */
  public Optional<Model> findModel(int brandId, int base) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT version, bytes FROM triage_models
                    WHERE brand_id = :brand AND base = :base ORDER BY version DESC LIMIT 1
                    """)
                .bind("brand", brandId)
                .bind("base", base)
                .map((row, _) -> new Model(row.getInt("version"), row.getBytes("bytes")))
                .findOne());
  }

  /** Keeps a model, unless a label that it learned from was taken back meanwhile. */
  public boolean saveModel(int brandId, int base, Model model, Instant now) {
    return jdbi.inTransaction(
        h -> {
          h.createQuery("SELECT steps FROM triage_learners WHERE brand_id = :brand FOR UPDATE")
              .bind("brand", brandId)
              .mapTo(int.class)
              .findOne();
          int saved =
              h.createUpdate(
                      """
                      INSERT INTO triage_models (brand_id, version, base, bytes, at)
                      SELECT :brand, :version, :base, :bytes, :at
                      WHERE NOT EXISTS (
                        SELECT FROM triage_labels
                        WHERE brand_id = :brand AND step < :version AND undone_step >= :version)
                      ON CONFLICT (brand_id, version) DO NOTHING
                      """)
                  .bind("brand", brandId)
                  .bind("version", model.version())
                  .bind("base", base)
                  .bind("bytes", model.bytes())
                  .bind("at", Times.sql(now))
                  .execute();
          h.createUpdate(
                  """
                  DELETE FROM triage_models WHERE brand_id = :brand AND version NOT IN (
                    SELECT version FROM triage_models WHERE brand_id = :brand
                    ORDER BY version DESC LIMIT :kept)
                  """)
              .bind("brand", brandId)
              .bind("kept", KEPT_MODELS)
              .execute();
          return saved == 1;
        });
  }

  /**
   * Writes what a learner has to say of the steps up to one, once.
   *
   * @return false if it was said before
   */
  public boolean announce(int brandId, int through, List<Event> events, Instant now) {
    return jdbi.inTransaction(
        h -> {
          int first =
              h.createUpdate(
                      """
                      UPDATE triage_learners SET announced = :through
                      WHERE brand_id = :brand AND announced < :through
                      """)
                  .bind("brand", brandId)
                  .bind("through", through)
                  .execute();
          if (first == 1) {
            events.forEach(event -> record(h, brandId, event, now));
          }
          return first == 1;
        });
  }

  /** Raises an exception about a brand as a whole, unless one of its kind is open. */
  public boolean raise(int brandId, ExceptionKind kind, String reason, Instant now) {
    return jdbi.inTransaction(h -> BrandAlarm.raise(h, brandId, kind, reason, null, now));
  }

  /** The latest tags that stand, oldest first: what the brand's own intents are learned from. */
  public List<Label> tags(int brandId, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    LABELS
                        + """
                         WHERE l.brand_id = :brand AND l.action = 'tagged' AND l.intent IS NOT NULL
                          AND l.undone_at IS NULL ORDER BY l.step DESC LIMIT :limit
                        """)
                .bind("brand", brandId)
                .bind("limit", limit)
                .map((row, _) -> label(row))
                .list()
                .reversed());
  }

  private static final String LABELS =
      """
      SELECT l.step, l.post_id, p.kind, l.text, l.action, l.needs_help, l.intent
      FROM triage_labels l JOIN posts p ON p.id = l.post_id
      """;

  private static List<Label> labels(Handle handle, int brandId, int after, int limit) {
    return handle
        .createQuery(
            LABELS
                + """
                 WHERE l.brand_id = :brand AND l.step > :after AND l.undone_at IS NULL
                ORDER BY l.step LIMIT :limit
                """)
        .bind("brand", brandId)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> label(row))
        .list();
  }

  private static Label label(ResultSet row) throws SQLException {
    return new Label(
        row.getInt("step"),
        row.getLong("post_id"),
        PostKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        cut(row.getString("text")),
        LabelAction.ofWord(row.getString("action")),
        row.getObject("needs_help", Boolean.class),
        row.getString("intent"));
  }

  /** As long as a learner remembers, and no half characters: what it learns, it can keep. */
  private static String cut(String text) {
    if (text.length() <= MAX_TEXT_CHARS) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(MAX_TEXT_CHARS - 1));
    return text.substring(0, halves ? MAX_TEXT_CHARS - 1 : MAX_TEXT_CHARS);
  }

  private static int steps(Handle handle, int brandId) {
    return handle
        .createQuery("SELECT steps FROM triage_learners WHERE brand_id = :brand")
        .bind("brand", brandId)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  static void record(Handle handle, int brandId, Event event, Instant now) {
    EventWriter.write(handle, brandId, new NewEvent(null, null, null, event), now);
  }
}
