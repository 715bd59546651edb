package dev.switchboard.engine.casework;

import dev.switchboard.engine.event.AboutSteps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a reply must be approved before it goes out.
 *
 * @param about the newcomer, the topics, the channel, the brand or what the flow says, as people
 *     read it
 * @param step the step of the flow that asks for it; null if it is not the flow that asks
 * @param who whom the flow names to decide, as the log keeps them
 */
public record ApprovalReason(
    Kind kind, String about, @Nullable String step, List<AboutSteps.Called> who) {
  public ApprovalReason {
    who = List.copyOf(who);
  }

  /** Without who decides, for those who only tell it. */
  public ApprovalReason(Kind kind, String about, @Nullable String step) {
    this(kind, about, step, List.of());
  }

  public ApprovalReason(Kind kind, String about) {
    this(kind, about, null);
  }

  /** What asks for approval. {@link #word()} is part of the contract. */
  public enum Kind {
    NEWCOMER("newcomer"),
    TOPIC("topic"),
    CHANNEL("channel"),
    BRAND("brand"),
    FLOW("flow");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** The kind of that word. */
    public static Kind ofWord(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no such reason for an approval: " + word);
    }
  }

  /** For those who read it. */
  public String sentence() {
    return switch (kind) {
      case NEWCOMER -> "%s is new: a colleague reads along.".formatted(about);
      case TOPIC -> "The conversation touches on a sensitive topic: %s.".formatted(about);
      case CHANNEL -> "Every reply on %s is approved first.".formatted(about);
      case BRAND -> "Every reply of %s is approved first.".formatted(about);
      case FLOW -> "The flow asks for it: %s.".formatted(about);
    };
  }
}
