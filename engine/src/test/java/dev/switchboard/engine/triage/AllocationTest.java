package dev.switchboard.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.post.Post;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
  private static final int POSTS = 20_000;
  private static final int MAX_BYTES_PER_POST = 1_024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@northwind my flight was cancelled and I'm stranded in Oslo, can you help? NW117",
        "@northwind Koffer weg 😡👨‍👩‍👧 — seit “drei” Stunden…",
        "мой рейс отменили, помогите пожалуйста",
        "フライトがキャンセルされました"
      })
  void aDecisionAllocatesAtMostOneKilobyte(String text) {
    DefaultTriage triage = DefaultTriage.load();
    Post post = Posts.mention(text);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    triage.decide(post);

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < POSTS; i++) {
      triage.decide(post);
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / POSTS;

    assertThat(each).isLessThanOrEqualTo(MAX_BYTES_PER_POST);
  }
}
