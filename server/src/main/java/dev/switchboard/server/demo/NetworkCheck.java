package dev.switchboard.server.demo;

import dev.switchboard.channels.OutgoingReply;
import dev.switchboard.channels.memory.MemoryNetwork;
import dev.switchboard.channels.memory.PublishedReply;
import java.util.ArrayList;
import java.util.List;

/** What the network in memory saw; of the replies, the newest that it keeps. */
public final class NetworkCheck implements SentCheck {
  private final MemoryNetwork network;

  public NetworkCheck(MemoryNetwork network) {
    this.network = network;
  }

  @Override
  public long sentTwice() {
    return network.sentTwice();
  }

  @Override
  public List<SentReply> replies() {
    List<SentReply> replies = new ArrayList<>();
    for (PublishedReply published : network.newest()) {
      OutgoingReply reply = published.reply();
      if (reply.inReplyTo() != null) {
        replies.add(
            new SentReply(
                reply.author(),
                reply.channel().toString(),
                reply.inReplyTo(),
                reply.text(),
                published.externalId()));
      }
    }
    return replies;
  }
}
