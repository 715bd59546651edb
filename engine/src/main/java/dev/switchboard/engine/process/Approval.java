package dev.switchboard.engine.process;

import java.util.List;
import java.util.Optional;

/**
 * What must be approved in a step, and by whom; never by who wrote it.
 *
 * @param when at least one occasion
 */
public record Approval(List<Occasion> when, Who by) {
  /** When a reply must be approved. {@link #word()} is how flows name it. */
  public enum Occasion {
    ALWAYS("always"),
    /** Its writer's work is reviewed. */
    NEWCOMER("newcomer"),
    /** The case touches on a topic that the company is careful about. */
    SENSITIVE("sensitive"),
    /** Its writer is a volunteer. */
    VOLUNTEER("volunteer");

    private final String word;

    Occasion(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static Optional<Occasion> find(String word) {
      for (Occasion occasion : values()) {
        if (occasion.word.equals(word)) {
          return Optional.of(occasion);
        }
      }
      return Optional.empty();
    }
  }

  public Approval {
    when = when.stream().distinct().sorted().toList();
    if (when.isEmpty()) {
      throw new IllegalArgumentException("an approval needs an occasion, such as always");
    }
  }

  /** Why this reply must be approved, in words; empty if it need not be. */
  Optional<String> reasonFor(Situation situation, boolean byVolunteer) {
    return when.stream()
        .flatMap(occasion -> reason(occasion, situation, byVolunteer).stream())
        .findFirst();
  }

  private static Optional<String> reason(
      Occasion occasion, Situation situation, boolean byVolunteer) {
    return switch (occasion) {
      case ALWAYS -> Optional.of("every reply is approved here");
      case NEWCOMER ->
          situation.writerReviewed() ? Optional.of("its writer is new") : Optional.empty();
      case SENSITIVE ->
          situation.sensitiveTopics().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "it touches on "
                      + String.join(", ", situation.sensitiveTopics().stream().sorted().toList()));
      case VOLUNTEER -> byVolunteer ? Optional.of("its writer is a volunteer") : Optional.empty();
    };
  }
}
