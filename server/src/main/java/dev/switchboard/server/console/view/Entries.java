package dev.switchboard.server.console.view;

import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.ExceptionRow;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.reads.ReplyRow;
import dev.switchboard.store.reads.ReplyStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts posts, replies under way and notes into one order. */
final class Entries {
  private Entries() {}

  static List<Entry> of(CaseDetail detail) {
    Network network = Network.ofChannel(detail.row().channel());
    Map<String, Long> replies = new HashMap<>();
    for (ReplyRow reply : detail.replies()) {
      if (reply.externalId() != null) {
        replies.put(reply.externalId(), reply.id());
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (PostRow post : detail.posts()) {
      Long reply = replies.get(post.externalId());
      String key = reply == null ? "post-" + post.id() : "reply-" + reply;
      entries.add(new Entry.Post(key, post, network, false));
    }
    detail.notes().forEach(note -> entries.add(new Entry.Note(note)));
    for (ReplyRow reply : detail.replies()) {
      if (reply.status() != ReplyStatus.SENT) {
        entries.add(new Entry.Reply(reply, exception(detail, reply)));
      }
    }
    // Stable: posts keep the order that the store gave them.
    entries.sort(Comparator.comparing(Entry::at));
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i) instanceof Entry.Post post) {
        entries.set(i, post.after(entries.get(i - 1)));
      }
    }
    return entries;
  }

  private static @Nullable ExceptionRow exception(CaseDetail detail, ReplyRow reply) {
    return detail.exceptions().stream()
        .filter(exception -> Objects.equals(exception.reply(), reply.id()))
        .findFirst()
        .orElse(null);
  }
}
