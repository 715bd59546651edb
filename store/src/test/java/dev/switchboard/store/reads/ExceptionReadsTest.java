package dev.switchboard.store.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.testing.SpineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the board of exceptions is shown. */
class ExceptionReadsTest extends SpineTest {
  @Test
  void manyOfOneKindHideNoOtherAndAllAreCounted() {
    spine.arrive(Said.asks("a", 1), Said.asks("b", 2), Said.asks("c", 3));
    raise("a", ExceptionKind.DEADLINE_BREACHED, 10);
    raise("b", ExceptionKind.DEADLINE_BREACHED, 11);
    raise("c", ExceptionKind.DEADLINE_BREACHED, 12);
    raise("c", ExceptionKind.SENSITIVE_TOPIC, 13);

    ExceptionReads reads = new ExceptionReads(spine.jdbi);
    OpenExceptions open = reads.open("northwind", 2);
    assertThat(open.first())
        .extracting(ExceptionRow::kind, ExceptionRow::raisedAt)
        .containsExactly(
            tuple(ExceptionKind.DEADLINE_BREACHED, Said.minute(10)),
            tuple(ExceptionKind.DEADLINE_BREACHED, Said.minute(11)),
            tuple(ExceptionKind.SENSITIVE_TOPIC, Said.minute(13)));
    assertThat(open.counts())
        .isEqualTo(Map.of(ExceptionKind.DEADLINE_BREACHED, 3L, ExceptionKind.SENSITIVE_TOPIC, 1L));
    assertThat(reads.open(null, 2)).isEqualTo(open);
    assertThat(reads.open("southwind", 2).counts()).isEmpty();
  }

  private void raise(String post, ExceptionKind kind, long minute) {
    long on =
        spine.number(
            "SELECT c.id FROM cases c JOIN posts p USING (conversation_id) WHERE p.external_id = '%s'"
                .formatted(post));
    spine.desk.useTransaction(
        Said.minute(minute), tx -> tx.raise(tx.find(on).orElseThrow(), null, kind, "no luck"));
  }
}
