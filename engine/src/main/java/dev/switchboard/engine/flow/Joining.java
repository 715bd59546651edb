package dev.switchboard.engine.flow;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseMerge;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts each post on its conversation, whatever the order in which posts arrive. A parent that has
 * not come yet is awaited: all who name it share a conversation, and it joins them when it comes.
 */
final class Joining {
  private final Ids ids;

  Joining(Ids ids) {
    this.ids = ids;
  }

  /** The conversation of a new post, without the post; opened or merged if need be. */
  Conversation conversationFor(long postId, Post post, Batch batch) {
    PostKey parentKey = post.parentKey();
    if (parentKey != null) {
      joinWaiting(parentKey, post.channel(), batch);
    }
    Conversation parents = parentKey == null ? null : batch.conversationOf(parentKey);
    Conversation childrens = batch.conversationAwaiting(post.key());
    Conversation joined = joined(parents, childrens, post.channel(), batch);
    if (joined == null) {
      joined = opened(postId, post);
      batch.openConversation(joined, post.channel());
    }
    if (parentKey != null) {
      batch.await(parentKey, joined.id());
    }
    return joined;
  }

  /**
   * Joins those who still wait for a post that is there. A reply that we sent ourselves is put into
   * its conversation without passing here, and what answers it may have been faster.
   */
  void joinWaiting(PostKey key, ChannelName channel, Batch batch) {
    Conversation waiting = batch.conversationAwaiting(key);
    if (waiting != null && batch.known(key) != null) {
      joined(batch.conversationOf(key), waiting, channel, batch);
      batch.haveCome(key);
    }
  }

  /**
   * A post's place in the order shown: when it was written. On an open case a post that comes late
   * is shown last instead, since somebody may have read past its place and would never see it.
   */
  Instant placeOf(Post post, Conversation conversation, @Nullable CaseFile latest) {
    boolean late = !post.createdAt().isAfter(conversation.lastShownAt());
    boolean someoneReads = latest != null && latest.state().isOpen();
    return late && someoneReads
        ? conversation.lastShownAt().plus(1, ChronoUnit.MICROS)
        : post.createdAt();
  }

  private static @Nullable Conversation joined(
      @Nullable Conversation parents,
      @Nullable Conversation childrens,
      ChannelName channel,
      Batch batch) {
    if (parents == null || childrens == null) {
      return parents == null ? childrens : parents;
    }
    return parents.id() == childrens.id() ? parents : merged(childrens, parents, channel, batch);
  }

  private static Conversation merged(
      Conversation from, Conversation into, ChannelName channel, Batch batch) {
    Conversation merged = into.mergedWith(from);
    CaseMerge cases = CaseMerge.of(batch.latestCase(from), batch.latestCase(into), merged);
    batch.merge(from.id(), merged);
    batch.record(
        channel,
        new NewEvent(null, null, null, new Event.ConversationsMerged(from.id(), into.id())));
    keep(cases, channel, batch);
    return merged;
  }

  private static void keep(CaseMerge cases, ChannelName channel, Batch batch) {
    CaseFile ended = cases.ended();
    if (ended != null) {
      batch.updateEarlier(ended);
      batch.record(
          channel, new NewEvent(ended.id(), null, null, new Event.CaseClosed(CloseReason.MERGED)));
    }
    CaseFile latest = cases.latest();
    if (latest != null) {
      batch.update(latest);
      batch.lookUpFirstReply(latest);
      for (Event event : cases.events()) {
        batch.record(channel, new NewEvent(latest.id(), null, null, event));
      }
    }
  }

  private Conversation opened(long postId, Post post) {
    return new Conversation(ids.nextConversation(), postId, post.createdAt(), null, null, null);
  }
}
