package dev.switchboard.server.desk;

import dev.switchboard.engine.flow.TopicFinder;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.topic.BrandTopics;
import dev.switchboard.store.Directory;
import dev.switchboard.store.desk.CaseExceptions;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.triage.JudgedPost;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sensitive topics of a post's brand. Any thread. */
public final class Topics implements TopicFinder {
  private final Directory directory;
  private final BrandTopics topics;

  public Topics(Directory directory, BrandTopics topics) {
    this.directory = directory;
    this.topics = topics;
  }

  /** Marks a case that a person opened by saying that a post needs help. */
  void flag(CaseTransaction tx, JudgedPost post, long caseId, Instant now) {
    String brand = CaseExceptions.brand(tx, post.brandId());
    Set<String> found = topics.of(brand).of(post.text(), null);
    if (!found.isEmpty()) {
      CaseExceptions.flag(tx.handle(), caseId, found, now);
    }
  }

  @Override
  public Set<String> of(Post post, @Nullable String intent) {
    String brand = directory.channel(post.channel(), post.brand()).brand();
    return topics.of(brand).of(post.text(), intent);
  }
}
