package dev.switchboard.store.reads;

import dev.switchboard.store.Times;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The WHERE and ORDER BY of a list of cases c, in which no other table is joined. */
final class CaseFilter {
  /** Few claims rest, and an index has them alone. */
  private static final String PAUSED =
      "EXISTS (SELECT FROM claims z WHERE z.case_id = c.id AND z.paused_until IS NOT NULL";

  private CaseFilter() {}

  static String where(CaseQuery query, @Nullable CaseCursor cursor) {
    List<String> all = new ArrayList<>();
    all.add(
        switch (query.state()) {
          case null -> "c.state <> 'closed'";
          case "awaiting" ->
              """
              c.state = 'pending' AND EXISTS (
                SELECT FROM replies r WHERE r.id = c.pending_reply AND r.status = 'awaiting')\
              """;
          case "paused" -> "c.state = 'claimed' AND " + PAUSED + ")";
          // Written out: a plan for any state could not use an index on those that are open.
          case "waiting", "claimed", "pending", "answered", "closed" ->
              "c.state = '" + query.state() + "'";
          case String _ -> "false";
        });
    if (query.brand() != null) {
      all.add("c.brand_id = (SELECT id FROM brands WHERE name = :brand)");
    }
    if (query.agent() != null) {
      all.add(
          """
          c.state IN ('claimed', 'pending') AND (
            SELECT h.name FROM people h WHERE h.id = coalesce(
              (SELECT l.person_id FROM claims l WHERE l.case_id = c.id),
              (SELECT r.person_id FROM replies r WHERE r.id = c.pending_reply))) = :agent\
          """);
    }
    if (query.channel() != null) {
      all.add(
          """
          EXISTS (SELECT FROM conversations v JOIN channels n ON n.id = v.channel_id
                  WHERE v.id = c.conversation_id AND n.network || ':' || n.account = :channel)\
          """);
    }
    if (query.text() != null) {
      all.add(
          """
          EXISTS (SELECT FROM posts t JOIN authors ta ON ta.id = t.author_id
                  WHERE t.conversation_id = c.conversation_id AND t.deleted_at IS NULL
                    AND (t.text ILIKE :text OR ta.external_id ILIKE :text))\
          """);
    }
    if (query.step() != null) {
      all.add("EXISTS (SELECT FROM case_places f WHERE f.case_id = c.id AND f.step = :step)");
    }
    if (query.due() != null) {
      all.add(
          """
          EXISTS (SELECT FROM case_places f
                  WHERE f.case_id = c.id AND f.in_danger AND f.breached = %s)\
          """
              .formatted(query.due() == CaseQuery.Due.LATE));
    }
    if (query.waitingOn() != null) {
      all.add(PAUSED + " AND z.paused_for = :waitingOn)");
    }
    if (cursor != null) {
      all.add(after(query.order()));
    }
    return " WHERE " + String.join(" AND ", all);
  }

  private static String after(CaseQuery.Order order) {
    return switch (order) {
      case URGENT -> "(c.ranked_low, c.asked_at, c.id) > (:low, :asked, :id)";
      case OLDEST -> "(c.asked_at, c.id) > (:asked, :id)";
      case NEWEST -> "(c.asked_at, c.id) < (:asked, :id)";
    };
  }

  static String orderBy(CaseQuery.Order order) {
    return switch (order) {
      case URGENT -> " ORDER BY c.ranked_low, c.asked_at, c.id";
      case OLDEST -> " ORDER BY c.asked_at, c.id";
      case NEWEST -> " ORDER BY c.asked_at DESC, c.id DESC";
    };
  }

  static void bind(Query statement, CaseQuery query, @Nullable CaseCursor cursor) {
    bindIfThere(statement, "brand", query.brand());
    bindIfThere(statement, "agent", query.agent());
    bindIfThere(statement, "channel", query.channel());
    bindIfThere(statement, "step", query.step());
    if (query.waitingOn() != null) {
      statement.bind("waitingOn", query.waitingOn().word());
    }
    if (query.text() != null) {
      statement.bind("text", "%" + escaped(query.text()) + "%");
    }
    if (cursor != null) {
      if (query.order() == CaseQuery.Order.URGENT) {
        statement.bind("low", cursor.rankedLow());
      }
      statement.bind("asked", Times.sql(cursor.askedAt())).bind("id", cursor.id());
    }
  }

  private static void bindIfThere(Query statement, String name, @Nullable String value) {
    if (value != null) {
      statement.bind(name, value);
    }
  }

  /** What a person types is text, not a pattern. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
