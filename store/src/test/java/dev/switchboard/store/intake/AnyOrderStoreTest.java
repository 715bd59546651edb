package dev.switchboard.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.testing.Spine;
import dev.switchboard.store.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The engine's promise on the real store: whatever the order and the batches, the end is the same.
 */
class AnyOrderStoreTest {
  private static final int MAX_POSTS = 25;
  private static final int MAX_BATCH_POSTS = 8;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Spine SPINE = new Spine(DATABASE);
  private static int worlds;

  @AfterContainer
  static void stop() {
    DATABASE.close();
  }

  @Property(tries = 60)
  void postsEndOnTheSameConversationsAndCasesInTheSameStates(@ForAll long seed) {
    String channel = "memory:world-" + worlds++;
    Random random = new Random(seed);
    List<Said> posts = posts(random, channel);
    arrive(posts, random);

    assertThat(conversations(channel)).isEqualTo(components(posts));
    assertThat(mistakes(channel)).isEmpty();
  }

  /** In any order, some twice, and now and then through another process. */
  private static void arrive(List<Said> posts, Random random) {
    List<Said> arriving = new ArrayList<>(posts);
    posts.stream().filter(_ -> random.nextInt(4) == 0).forEach(arriving::add);
    Collections.shuffle(arriving, random);
    for (int from = 0; from < arriving.size(); ) {
      int to = Math.min(arriving.size(), from + 1 + random.nextInt(MAX_BATCH_POSTS));
      SPINE.arrive(
          random.nextInt(8) == 0 ? SPINE.anotherIntake() : SPINE.intake,
          Origin.LIVE,
          Said.minute(60),
          arriving.subList(from, to).toArray(Said[]::new));
      from = to;
    }
  }

  private static List<Said> posts(Random random, String channel) {
    int count = 1 + random.nextInt(MAX_POSTS);
    List<Said> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "p" + i;
      int minute = random.nextInt(10);
      Said post =
          switch (random.nextInt(4)) {
            case 0 -> Said.asks(id, minute);
            case 1 -> Said.wonders(id, minute);
            case 2 -> Said.chats(id, minute);
            default -> Said.replies(id, minute);
          };
      int parent = random.nextInt(count + 6) - 3;
      posts.add((parent < 0 || parent == i ? post : post.to("p" + parent)).on(channel));
    }
    return posts;
  }

  private static Set<Set<String>> conversations(String channel) {
    return SPINE
        .jdbi
        .withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT array_agg(p.external_id) FROM posts p
                        JOIN channels n ON n.id = p.channel_id
                        WHERE n.network || ':' || n.account = :channel GROUP BY p.conversation_id
                        """)
                    .bind("channel", channel)
                    .mapTo(String[].class)
                    .list())
        .stream()
        .map(Set::of)
        .collect(Collectors.toSet());
  }

  /** What must never be, as sentences; the facts are taken from the posts alone. */
  private static List<String> mistakes(String channel) {
    return SPINE.jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    WITH v AS (
                      SELECT v.* FROM conversations v JOIN channels n ON n.id = v.channel_id
                      WHERE n.network || ':' || n.account = :channel),
                    facts AS (
                      SELECT v.id,
                        min(p.created_at) FILTER (WHERE p.direction = 'in') AS wrote,
                        min(p.created_at) FILTER (WHERE p.verdict <> 'setAside') AS asked,
                        max(p.created_at) FILTER (WHERE p.verdict <> 'setAside') AS asked_last,
                        max(p.created_at) FILTER (WHERE p.direction = 'out') AS replied_last,
                        bool_or(p.verdict = 'help') AS sure
                      FROM v JOIN posts p ON p.conversation_id = v.id GROUP BY v.id),
                    expected AS (
                      SELECT f.*,
                        coalesce(f.asked IS NOT NULL OR f.replied_last >= f.wrote, false) AS is_case,
                        CASE WHEN f.replied_last >= f.asked_last
                          OR (f.asked_last IS NULL AND f.replied_last IS NOT NULL)
                          THEN 'answered' ELSE 'waiting' END AS state
                      FROM facts f),
                    open AS (SELECT * FROM cases WHERE state <> 'closed')
                    SELECT 'last post of conversation ' || v.id FROM v
                    WHERE v.last_post <> (SELECT p.id FROM posts p WHERE p.conversation_id = v.id
                                          ORDER BY p.shown_at DESC, p.id DESC LIMIT 1)
                    UNION ALL
                    SELECT 'conversation ' || e.id || ' has a case: ' || (c.id IS NOT NULL)
                    FROM expected e LEFT JOIN open c ON c.conversation_id = e.id
                    WHERE e.is_case <> (c.id IS NOT NULL)
                    UNION ALL
                    SELECT 'case ' || c.id || ' is ' || c.state FROM expected e
                    JOIN open c ON c.conversation_id = e.id WHERE c.state <> e.state
                    UNION ALL
                    SELECT 'case ' || c.id || ' was asked at ' || c.asked_at FROM expected e
                    JOIN open c ON c.conversation_id = e.id
                    WHERE NOT c.asked_at BETWEEN e.wrote AND coalesce(e.asked, e.wrote)
                    UNION ALL
                    SELECT 'case ' || c.id || ' is ranked low' FROM expected e
                    JOIN open c ON c.conversation_id = e.id WHERE c.ranked_low AND e.sure
                    UNION ALL
                    SELECT 'first reply of case ' || c.id FROM expected e
                    JOIN open c ON c.conversation_id = e.id
                    WHERE c.first_reply_at IS DISTINCT FROM (
                      SELECT min(p.created_at) FROM posts p
                      WHERE p.conversation_id = e.id AND p.direction = 'out'
                        AND p.created_at >= c.asked_at)
                    UNION ALL
                    SELECT 'awaited but there: ' || a.external_id FROM awaited_parents a
                    JOIN posts p USING (channel_id, external_id)
                    UNION ALL
                    SELECT 'post on no conversation: ' || p.id FROM posts p
                    LEFT JOIN conversations x ON x.id = p.conversation_id WHERE x.id IS NULL
                    """)
                .bind("channel", channel)
                .mapTo(String.class)
                .list());
  }

  /** The components of the reply graph by union-find. */
  private static Set<Set<String>> components(List<Said> posts) {
    Map<String, String> leader = new HashMap<>();
    for (Said post : posts) {
      leader.putIfAbsent(post.id(), post.id());
      if (post.answers() != null) {
        leader.putIfAbsent(post.answers(), post.answers());
        leader.put(find(leader, post.id()), find(leader, post.answers()));
      }
    }
    return new HashSet<>(
        posts.stream()
            .map(Said::id)
            .collect(Collectors.groupingBy(id -> find(leader, id), Collectors.toSet()))
            .values());
  }

  private static String find(Map<String, String> leader, String id) {
    String at = id;
    while (!Objects.equals(leader.get(at), at)) {
      at = Objects.requireNonNull(leader.get(at));
    }
    return at;
  }
}
