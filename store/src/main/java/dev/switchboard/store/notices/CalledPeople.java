package dev.switchboard.store.notices;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import dev.switchboard.store.CaseTraits;
import java.util.Arrays;

/**
 * Whom it concerns that somebody is needed: of an escalation, those who may act on the case from
 * then on; of a reply that waits for approval, those who may give it. They can sign in and answer
 * for the brand. Events that call the same people for the same brand and topic are looked up
 * together, so that a storm of escalations costs no more than a few.
 */
final class CalledPeople {
  /** Whoever is at work comes first; the others find the case on the board of exceptions. */
  static final int MAX_CALLED = 50;

  /** Whoever may act on cases, the least first: a lead may do what agents may, and so on. */
  static final String[] WORKERS =
      Arrays.stream(Role.values())
          .filter(role -> role.may(Permission.WORK_CASES))
          .map(Role::word)
          .toArray(String[]::new);

  /** Whoever decides on replies of which no flow says who does. */
  static final String[] APPROVERS =
      Arrays.stream(Role.values())
          .filter(role -> role.may(Permission.APPROVE))
          .map(Role::word)
          .toArray(String[]::new);

  /**
   * Makes {@code called (seq, person, kind, words)} of {@code e}, the events. Says of people what
   * {@link dev.switchboard.engine.process.Who} says; and a volunteer is called for what they are
   * certified for, like everywhere. Who wrote a reply is none of those who decide on it.
   */
  static final String CALLED =
      """
      calling AS (
        SELECT e.seq, e.brand_id, lower(%s) AS topic,
          CASE WHEN jsonb_typeof(e.data->'who') = 'array' THEN e.data->'who' END AS who,
          CASE e.type WHEN 'step.escalated' THEN 'called' ELSE 'approvalAsked' END AS kind,
          CASE e.type WHEN 'reply.approvalAsked' THEN e.data->>'person' END AS but,
          CASE e.type WHEN 'step.escalated' THEN
            left(format('In step "%%s" for too long: it is for %%s now, too.',
              e.data->>'step', e.data->>'to'), 300) END AS words
        FROM e JOIN cases k ON k.id = e.case_id
        WHERE e.type = 'reply.approvalAsked'
          OR e.type = 'step.escalated' AND jsonb_typeof(e.data->'who') = 'array'),
      alike AS MATERIALIZED (
        SELECT a.who, a.brand_id, a.topic, a.kind, a.but, q.id AS person
        FROM (SELECT DISTINCT who, brand_id, topic, kind, but FROM calling) a
        JOIN brands b ON b.id = a.brand_id
        CROSS JOIN LATERAL (
          SELECT p.id FROM people p LEFT JOIN presence w ON w.person_id = p.id
          WHERE p.role = ANY(CASE WHEN a.who IS NULL THEN :approvers ELSE :workers END)
            AND p.disabled_at IS NULL
            AND NOT a.kind = ANY(p.muted_notices) AND p.name IS DISTINCT FROM a.but
            AND (EXISTS (SELECT FROM person_brands o WHERE o.person_id = p.id AND o.brand = b.name)
              OR NOT EXISTS (SELECT FROM person_brands o WHERE o.person_id = p.id))
            AND (NOT p.volunteer OR a.who IS NULL OR EXISTS (
              SELECT FROM volunteer_topics t
              WHERE t.person_id = p.id AND t.certified_at IS NOT NULL AND lower(t.topic) = a.topic))
            AND (a.who IS NULL OR jsonb_array_length(a.who) = 0 OR EXISTS (
              SELECT FROM jsonb_to_recordset(a.who) AS g (roles jsonb, teams jsonb, topics jsonb)
              WHERE (jsonb_array_length(g.roles) = 0 OR EXISTS (
                  SELECT FROM jsonb_array_elements_text(g.roles) AS r (word)
                  WHERE CASE WHEN r.word = 'volunteer' THEN p.volunteer
                    ELSE NOT p.volunteer AND array_position(:workers, p.role)
                      >= array_position(:workers, r.word) END))
                AND (jsonb_array_length(g.teams) = 0 OR EXISTS (
                  SELECT FROM team_members m JOIN teams t ON t.id = m.team_id
                  WHERE m.person_id = p.id AND jsonb_exists(g.teams, t.name)))
                AND (jsonb_array_length(g.topics) = 0 OR EXISTS (
                  SELECT FROM person_skills s WHERE s.person_id = p.id AND NOT p.volunteer
                    AND jsonb_exists(g.topics, lower(s.skill))
                  UNION ALL
                  SELECT FROM volunteer_topics t WHERE t.person_id = p.id AND p.volunteer
                    AND t.certified_at IS NOT NULL AND jsonb_exists(g.topics, lower(t.topic))))))
          ORDER BY coalesce(w.presence = 'working', false) DESC, p.id LIMIT :most) q),
      called AS (
        SELECT s.seq, a.person, s.kind, s.words FROM calling s JOIN alike a
          ON a.brand_id = s.brand_id AND a.kind = s.kind AND a.who IS NOT DISTINCT FROM s.who
            AND a.topic IS NOT DISTINCT FROM s.topic AND a.but IS NOT DISTINCT FROM s.but),
      """
          .formatted(CaseTraits.TOPIC);

  private CalledPeople() {}
}
