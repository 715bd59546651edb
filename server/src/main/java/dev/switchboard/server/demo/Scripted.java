package dev.switchboard.server.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line of the day's script; {@code at} is scripted time since the day began. */
public sealed interface Scripted {
  Duration at();

  /**
   * Somebody says something.
   *
   * @param writtenBefore the id of a post that is delivered before this one, though written after
   *     it; or null
   */
  record Said(Duration at, Why why, DemoPost post, @Nullable String writtenBefore, Truth truth)
      implements Scripted {

    Said movedTo(Duration later) {
      return new Said(later, why, post, writtenBefore, truth);
    }
  }

  /** A line that is no post: the sender was broken. It must be refused, and nothing else. */
  record Garbled(Duration at, String line) implements Scripted {}

  /** Why a post is delivered. */
  enum Why {
    /** Somebody begins. */
    OPENING,
    /** The same person writes again, impatient, in reply to their own post. */
    FOLLOW_UP,
    /** A follow-up that overtook the post that it follows. */
    OVERTAKING,
    /** The post that was overtaken. */
    OVERTAKEN,
    /** The network delivers a post once more. */
    REDELIVERED,
    EDIT,
    DELETION,
    /** A customer reacts to an answer. */
    REACTION;

    /** True when a post is said for the first time. */
    public boolean isNew() {
      return switch (this) {
        case OPENING, FOLLOW_UP, OVERTAKING, OVERTAKEN, REACTION -> true;
        case REDELIVERED, EDIT, DELETION -> false;
      };
    }
  }
}
