package dev.switchboard.server.demo;

import dev.switchboard.server.demo.SentCheck.SentReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each agent had read of the brand's posts when they replied; with it {@link #unaware} finds
 * replies that were sent without knowledge of a colleague's. Remembers the latest replies only. Any
 * thread.
 */
final class ReplyLedger {
  private static final int MAX_REPLIES = 50_000;

  private final Map<Written, Set<String>> brandPostsRead =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Written, Set<String>> eldest) {
          return size() > MAX_REPLIES;
        }
      };

  /** How a reply is known again on the network, which knows nothing of our numbers. */
  private record Written(String agent, String inReplyTo, String text) {}

  /**
   * An agent has replied.
   *
   * @param inReplyTo the network's id of the customer's post that they answer
   * @param brandPosts the network's ids of the brand's posts that they had before them
   */
  synchronized void wrote(String agent, String inReplyTo, String text, Set<String> brandPosts) {
    brandPostsRead.put(new Written(agent, inReplyTo, text), Set.copyOf(brandPosts));
  }

  /**
   * Counts replies to a customer's post that another agent had answered before, without the writer
   * having seen that answer. Replies that are not in the ledger (a person's, in the console) are
   * never counted, only counted against.
   */
  synchronized long unaware(List<SentReply> inOrderSent) {
    Map<String, List<SentReply>> byQuestion = new HashMap<>();
    long unaware = 0;
    for (SentReply reply : inOrderSent) {
      List<SentReply> earlier =
          byQuestion.computeIfAbsent(
              reply.channel() + " " + reply.inReplyTo(), _ -> new ArrayList<>());
      if (earlier.stream().anyMatch(other -> overlooked(other, reply))) {
        unaware++;
      }
      earlier.add(reply);
    }
    return unaware;
  }

  /** How many of these replies nobody in the ledger wrote. */
  synchronized long unknown(List<SentReply> replies) {
    return replies.stream().filter(reply -> !brandPostsRead.containsKey(written(reply))).count();
  }

  private static Written written(SentReply reply) {
    return new Written(reply.agent(), reply.inReplyTo(), reply.text());
  }

  private boolean overlooked(SentReply earlier, SentReply later) {
    Set<String> read = brandPostsRead.get(written(later));
    return read != null
        && !earlier.agent().equals(later.agent())
        && !read.contains(earlier.externalId());
  }
}
