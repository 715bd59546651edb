package dev.switchboard.engine.casework;

import dev.switchboard.engine.post.ChannelName;
import java.util.Optional;
import java.util.Set;

/**
 * Which replies a colleague must approve before they go out. Pure.
 *
 * @param newcomers replies of people whose work is reviewed
 * @param topics replies on cases of a sensitive topic
 * @param brands all replies of these brands
 * @param channels all replies on these channels
 */
public record ApprovalPolicy(
    boolean newcomers, boolean topics, Set<String> brands, Set<ChannelName> channels) {
  public static final ApprovalPolicy DEFAULT = new ApprovalPolicy(true, true, Set.of(), Set.of());

  public ApprovalPolicy {
    brands = Set.copyOf(brands);
    channels = Set.copyOf(channels);
  }

  /**
   * A reply that is about to be sent.
   *
   * @param reviewed whether its writer is new, so that their work is reviewed
   * @param topics the sensitive topics of its case
   * @param volunteer whether its writer is one; flows ask
   */
  public record Occasion(
      String writer,
      boolean reviewed,
      Set<String> topics,
      String brand,
      ChannelName channel,
      boolean volunteer) {
    /** Of somebody who is no volunteer. */
    public Occasion(
        String writer, boolean reviewed, Set<String> topics, String brand, ChannelName channel) {
      this(writer, reviewed, topics, brand, channel, false);
    }
  }

  /** Why it must be approved: what weighs most, if several things ask for it. */
  public Optional<ApprovalReason> reasonFor(Occasion reply) {
    if (topics && !reply.topics().isEmpty()) {
      String words = String.join(", ", reply.topics().stream().sorted().toList());
      return because(ApprovalReason.Kind.TOPIC, words);
    }
    if (newcomers && reply.reviewed()) {
      return because(ApprovalReason.Kind.NEWCOMER, reply.writer());
    }
    if (channels.contains(reply.channel())) {
      return because(ApprovalReason.Kind.CHANNEL, reply.channel().toString());
    }
    return brands.contains(reply.brand())
        ? because(ApprovalReason.Kind.BRAND, reply.brand())
        : Optional.empty();
  }

  private static Optional<ApprovalReason> because(ApprovalReason.Kind kind, String about) {
    return Optional.of(new ApprovalReason(kind, about));
  }
}
