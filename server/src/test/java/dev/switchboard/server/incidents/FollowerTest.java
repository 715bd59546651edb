package dev.switchboard.server.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.incident.IncidentAction;
import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.incidents.ChangeStore;
import dev.switchboard.store.incidents.FollowedPosts;
import dev.switchboard.store.incidents.IncidentStore;
import dev.switchboard.store.testing.Spine;
import dev.switchboard.store.testing.SpineTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever follows the log and is killed anywhere decides on as if nothing had happened. */
class FollowerTest extends SpineTest {
  private static final int REPORTS = 30;
  private static final List<String> WHAT =
      List.of(
          "refuses my card", "shows a payment error", "declines every card", "won't let me pay");
  private static final List<String> AND =
      List.of("and dinner waits", "since noon", "on my phone", "three times", "for my order");
  private static final Runnable NOBODY = () -> {};

  private IncidentStore store;
  private Instant now = Said.START;

  @BeforeEach
  void open() {
    store = new IncidentStore(spine.jdbi);
    now = Said.START;
  }

  @Test
  void killedAfterEveryStepItDecidesAsOneThatNeverWas() {
    List<String> steady = stream(Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(steady)
        .anyMatch(line -> line.startsWith("incident.opened"))
        .anyMatch(line -> line.startsWith("incident.causesRanked"))
        .anyMatch(line -> line.startsWith("incident.acknowledged 1 Ada"))
        .anyMatch(line -> line.contains("checkout-7"));
    anew();
    assertThat(stream(1, Integer.MAX_VALUE)).isEqualTo(steady);
    anew();
    assertThat(stream(3, 5)).isEqualTo(steady);
  }

  @Test
  void whatCannotBeReadAnyMoreIsBegunAnew() {
    stream(Integer.MAX_VALUE, 1);
    spine.jdbi.useHandle(h -> h.execute("UPDATE incident_follower SET snapshot = '\\x00'"));
    Follower anew = follower();
    anew.follow(NOBODY);
    assertThat(store.place().era()).isEqualTo(2);
    assertThat(states()).containsExactly("closed");
  }

  private void anew() {
    database.clear();
    spine = new Spine(database);
    open();
  }

  /**
   * Quiet posts, two deploys, reports, and somebody who acknowledges.
   *
   * @param killEvery steps between kills
   * @param keepEvery steps between checkpoints
   * @return what the log tells of incidents, and how they stand
   */
  private List<String> stream(int killEvery, int keepEvery) {
    Follower follower = follower();
    ChangeStore changes = new ChangeStore(spine.jdbi);
    changes.add(List.of(deploy("mail-3", "newsletter")), null, now);
    for (int step = 0; step < REPORTS; step++) {
      now = now.plusSeconds(45);
      if (step == 5) {
        changes.add(List.of(deploy("checkout-7", "checkout")), null, now);
        now = now.plusSeconds(300);
      }
      if (step < 5) {
        now = now.plusSeconds(3_000);
      }
      spine.arrive(Origin.LIVE, now, step < 5 ? quiet(step) : report(step));
      catchUp(follower);
      if (step == 20) {
        var action = new IncidentAction.Acknowledge(1, "Ada");
        var ref = new IncidentStore.Ref("northwind", store.place().era(), 1);
        assertThat(follower.act(new ToDo(1, ref, action))).isInstanceOf(IncidentResult.Done.class);
      }
      if (step % keepEvery == keepEvery - 1) {
        follower.checkpoint();
      }
      if (step % killEvery == killEvery - 1) {
        follower = follower();
      }
    }
    follower.checkpoint();
    return told();
  }

  private static void catchUp(Follower follower) {
    boolean more = follower.follow(NOBODY);
    while (more) {
      more = follower.follow(NOBODY);
    }
  }

  private Follower follower() {
    IncidentMeters meters = new IncidentMeters(new SimpleMeterRegistry());
    return Follower.restore(
        spine.log,
        new LogInputs(new FollowedPosts(spine.jdbi), meters),
        store,
        IncidentSettings.DEFAULT,
        ServiceMap.EMPTY,
        () -> now,
        meters);
  }

  private Change deploy(String id, String service) {
    return new Change(
        id, ChangeType.DEPLOY, service, null, null, null, now, null, "new " + service);
  }

  private Said quiet(int i) {
    return Said.asks("q" + i, 0)
        .by("guest" + i)
        .saying("help, where is my statement of month " + i)
        .atTime(now);
  }

  private Said report(int i) {
    return Said.asks("r" + i, 0)
        .by("customer" + i)
        .saying(
            "help, the checkout %s %s %s"
                .formatted(
                    WHAT.get(i % WHAT.size()),
                    AND.get(i % AND.size()),
                    AND.get(i / 5 % AND.size())))
        .atTime(now);
  }

  private List<String> states() {
    return spine.jdbi.withHandle(
        h -> h.createQuery("SELECT state FROM incidents").mapTo(String.class).list());
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    spine.jdbi.useHandle(
        h -> {
          told.addAll(
              h.createQuery(
                      """
                      SELECT concat_ws(' ', type, i.number, actor, e.at, data)
                      FROM events e JOIN incidents i ON i.id = e.incident_id ORDER BY e.seq
                      """)
                  .mapTo(String.class)
                  .list());
          told.addAll(
              h.createQuery("SELECT incident::text FROM incidents ORDER BY id")
                  .mapTo(String.class)
                  .list());
        });
    // Numbers of posts are drawn anew in each run.
    return told.stream().map(t -> t.replaceAll("\"posts\":\\s*\\[[^\\]]*\\]", "posts")).toList();
  }
}
