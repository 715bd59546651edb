package dev.switchboard.store;

/** What a case is like, as expressions over cases {@code k}. */
public final class CaseTraits {
  /** Whether its conversation began with a direct message. */
  public static final String DIRECT =
      """
      coalesce((SELECT o.kind = 'direct' FROM posts o
        WHERE o.conversation_id = k.conversation_id AND o.direction = 'in'
        ORDER BY o.shown_at, o.id LIMIT 1), false)
      """;

  /** What it is about: as a person said last, or else as triage took the surest of its posts. */
  public static final String TOPIC =
      """
      coalesce(
        (SELECT l.intent FROM triage_labels l JOIN posts o ON o.id = l.post_id
         WHERE o.conversation_id = k.conversation_id AND l.intent IS NOT NULL
           AND l.undone_at IS NULL ORDER BY l.id DESC LIMIT 1),
        (SELECT o.intent FROM posts o
         WHERE o.conversation_id = k.conversation_id AND o.direction = 'in'
           AND o.intent IS NOT NULL
         ORDER BY o.probability DESC NULLS LAST, o.id LIMIT 1))
      """;

  private CaseTraits() {}
}
