package dev.switchboard.store.triage;

/** The statements that list posts; each list has the same columns. */
final class TriagePosts {
  /** What a row shows, of posts p, channels n, brands b and authors a. */
  private static final String COLUMNS =
      """
      SELECT p.id, b.name AS brand, n.network || ':' || n.account AS channel, p.external_id,
        a.external_id AS author, p.kind,
        CASE WHEN p.deleted_at IS NULL THEN p.text ELSE '' END AS text,
        p.created_at, p.received_at, p.deleted_at, p.language, p.url, k.id AS case_id,
        k.state AS case_state, p.verdict, p.judged, p.probability, p.problem,
        p.problem_probability, p.intent, p.intent_probability, p.urgency, p.sentiment,
        p.worth_answering, p.reasons, p.model, p.audit_chance, said.id AS said_id,
        said.action AS said_action, said.agent AS said_agent, said.at AS said_at,
        tag.intent AS tagged_intent, tag.problem AS tagged_problem
      """;

  /** The latest case of the conversation, and what people have said. */
  private static final String PARTS =
      """
      JOIN brands b ON b.id = n.brand_id
      JOIN authors a ON a.id = p.author_id
      LEFT JOIN LATERAL (
        SELECT id, state FROM cases WHERE conversation_id = p.conversation_id
        ORDER BY state = 'closed', closed_at DESC, id DESC LIMIT 1) k ON true
      LEFT JOIN LATERAL (
        SELECT l.id, l.action, h.name AS agent, l.at
        FROM triage_labels l JOIN people h ON h.id = l.person_id
        WHERE l.post_id = p.id AND l.undone_at IS NULL
          AND l.action IN ('set_aside', 'brought_back', 'thanked', 'audited', 'tagged')
        ORDER BY l.id DESC LIMIT 1) said ON true
      LEFT JOIN LATERAL (
        SELECT l.intent, l.problem FROM triage_labels l
        WHERE l.post_id = p.id AND l.undone_at IS NULL AND l.action = 'tagged'
        ORDER BY l.id DESC LIMIT 1) tag ON true
      """;

  private TriagePosts() {}

  /** One post. */
  static String one() {
    return COLUMNS
        + ", p.received_at AS place, p.id AS place_id\n"
        + "FROM posts p JOIN channels n ON n.id = p.channel_id\n"
        + PARTS
        + " WHERE p.id = :id AND p.direction = 'in'";
  }

  /** A page of a list, after the place :at, :id if there is one. */
  static String page(TriageView view, boolean ofBrand, boolean after) {
    return switch (view) {
      case UNSURE -> unsure(ofBrand, after);
      case SET_ASIDE, WORTH_ANSWERING -> ofChannels(view, ofBrand, after, "DESC", "<");
      case AUDIT -> ofChannels(view, ofBrand, after, "ASC", ">");
    };
  }

  /** How many stand on a list, at most :limit. */
  static String count(TriageView view, boolean ofBrand) {
    String from =
        view == TriageView.UNSURE
            ? "SELECT FROM cases c WHERE c.state = 'waiting' AND c.ranked_low"
                + (ofBrand ? " AND c.brand_id = (SELECT id FROM brands WHERE name = :brand)" : "")
            : "SELECT FROM posts p JOIN channels n ON n.id = p.channel_id WHERE "
                + condition(view)
                + (ofBrand ? " AND n.brand_id = (SELECT id FROM brands WHERE name = :brand)" : "");
    return "SELECT count(*) FROM (" + from + " LIMIT :limit) few";
  }

  /** The newest of each channel, put together: each channel's index is read from its end. */
  private static String ofChannels(
      TriageView view, boolean ofBrand, boolean after, String direction, String beyond) {
    String order = " ORDER BY p.received_at %1$s, p.id %1$s LIMIT :limit".formatted(direction);
    return COLUMNS
        + ", p.received_at AS place, p.id AS place_id\n"
        + """
        FROM channels n
        CROSS JOIN LATERAL (
          SELECT * FROM posts p WHERE p.channel_id = n.id AND\s"""
        + condition(view)
        + (after ? " AND (p.received_at, p.id) %s (:at, :id)".formatted(beyond) : "")
        + order
        + ") p\n"
        + PARTS
        + (ofBrand ? " WHERE b.name = :brand" : "")
        + order;
  }

  /** These are the conditions of the partial indexes, word by word. */
  private static String condition(TriageView view) {
    return switch (view) {
      case SET_ASIDE -> "coalesce(p.judged, p.verdict) = 'setAside'";
      case WORTH_ANSWERING ->
          """
          p.worth_answering AND p.judged IS NULL AND p.deleted_at IS NULL AND NOT EXISTS (
            SELECT FROM conversations v
            WHERE v.id = p.conversation_id AND v.last_replied_at >= p.created_at)\
          """;
      case AUDIT -> "p.audit_chance IS NOT NULL AND p.judged IS NULL AND p.deleted_at IS NULL";
      case UNSURE -> throw new IllegalStateException("a list of cases");
    };
  }

  /** Waiting cases that are ranked low, with the latest post that made them so. */
  private static String unsure(boolean ofBrand, boolean after) {
    return COLUMNS
        + ", c.asked_at AS place, c.id AS place_id\n"
        + """
        FROM cases c
        CROSS JOIN LATERAL (
          SELECT * FROM posts p
          WHERE p.conversation_id = c.conversation_id AND p.direction = 'in'
            AND p.deleted_at IS NULL
          ORDER BY coalesce(p.judged, p.verdict) IN ('unsure', 'thank') DESC NULLS LAST,
            p.created_at DESC, p.id DESC LIMIT 1) p
        JOIN channels n ON n.id = p.channel_id
        """
        + PARTS
        + " WHERE c.state = 'waiting' AND c.ranked_low"
        + (ofBrand ? " AND b.name = :brand" : "")
        + (after ? " AND (c.asked_at, c.id) > (:at, :id)" : "")
        + " ORDER BY c.asked_at, c.id LIMIT :limit";
  }
}
