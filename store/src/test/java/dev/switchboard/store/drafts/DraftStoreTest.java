package dev.switchboard.store.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.Directory;
import dev.switchboard.store.testing.SpineTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are writing, on a real database. */
class DraftStoreTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private DraftStore drafts;
  private long caseId;

  @BeforeEach
  void oneCase() {
    drafts = new DraftStore(database.jdbi(), new Directory(database.jdbi()));
    spine.arrive(Said.asks("q", 1));
    caseId = spine.onlyCase();
  }

  private SavedDraft save(String person, String text, long revision) {
    return drafts.save(caseId, person, text, 7, revision, NOW);
  }

  @Test
  void aDraftIsItsWritersAndTheLargerRevisionWins() {
    assertThat(save("ann", "Dear", 1)).isEqualTo(new SavedDraft.Kept(1));
    assertThat(save("ann", "Dear Q", 3)).isEqualTo(new SavedDraft.Kept(3));
    Draft kept = new Draft("Dear Q", 7, 3, NOW, null);

    assertThat(drafts.find(caseId, "ann")).contains(kept);
    assertThat(drafts.find(caseId, "bob")).isEmpty();
    assertThat(save("ann", "late", 3)).isEqualTo(new SavedDraft.Overtaken(kept));
    assertThat(save("ann", "", 2)).isEqualTo(new SavedDraft.Overtaken(kept));
    assertThat(save("ann", "", 4)).isEqualTo(new SavedDraft.Kept(4));
    assertThat(drafts.find(caseId, "ann")).isEmpty();
    assertThat(save("ann", "", 1)).isEqualTo(new SavedDraft.Kept(1));
    assertThat(drafts.save(caseId + 999, "ann", "x", 0, 1, NOW))
        .isEqualTo(new SavedDraft.NoSuchCase(caseId + 999));
    assertThat(drafts.save(caseId + 999, "ann", "", 0, 1, NOW))
        .isEqualTo(new SavedDraft.NoSuchCase(caseId + 999));
  }

  @Test
  void savingIsOneStatementAndNoEvent() {
    save("ann", "D", 1);
    long events = spine.count("events");
    List<String> statements = new ArrayList<>();
    SqlLogger before = database.jdbi().getConfig(SqlStatements.class).getSqlLogger();
    database
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logAfterExecution(StatementContext context) {
                statements.add(context.getRawSql());
              }

              @Override
              public void logException(StatementContext context, SQLException e) {
                statements.add(context.getRawSql());
              }
            });
    try {
      save("ann", "De", 2);
      assertThat(statements).hasSize(1);
      save("ann", "", 3);
      assertThat(statements).hasSize(2);
    } finally {
      database.jdbi().setSqlLogger(before);
    }
    assertThat(spine.count("events")).isEqualTo(events);
  }

  @Test
  void aReplyThatIsQueuedTakesItsWritersDraftAway() {
    save("ann", "Dear", 1);
    save("bob", "Hi", 1);
    spine.reply(caseId, "ann", spine.claim(caseId, "ann", NOW), "Dear Q", NOW);

    assertThat(drafts.find(caseId, "ann")).isEmpty();
    assertThat(drafts.find(caseId, "bob")).isPresent();
  }

  @Test
  void aHandOverTakesTheDraftAlongUnlessTheOtherHasBegunOne() {
    save("ann", "Dear", 4);
    pass("ann", "bob");
    assertThat(drafts.find(caseId, "ann")).isEmpty();
    assertThat(drafts.find(caseId, "bob")).contains(new Draft("Dear", 7, 4, NOW, "ann"));

    save("bob", "Dear Q", 5);
    assertThat(drafts.find(caseId, "bob")).contains(new Draft("Dear Q", 7, 5, NOW, null));
    save("ann", "mine", 1);
    pass("bob", "ann");
    assertThat(drafts.find(caseId, "ann")).contains(new Draft("mine", 7, 1, NOW, null));
    assertThat(drafts.find(caseId, "bob")).isPresent();
  }

  private void pass(String from, String to) {
    spine.desk.useTransaction(NOW, tx -> tx.passDraft(caseId, from, to));
  }

  @Test
  void whatNobodyTouchesIsForgotten() {
    save("ann", "Dear", 1);
    assertThat(drafts.forget(NOW)).isZero();
    assertThat(drafts.forget(NOW.plus(Duration.ofMillis(1)))).isEqualTo(1);
    assertThat(drafts.find(caseId, "ann")).isEmpty();
  }
}
