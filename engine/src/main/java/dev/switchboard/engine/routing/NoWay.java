package dev.switchboard.engine.routing;

import dev.switchboard.engine.process.MayTake;
import java.time.Duration;

/** Why nobody can take a case, even when it asks for as little as it may. */
public sealed interface NoWay {
  /**
   * Nobody on the roster could, were they there.
   *
   * @param sentence what is missing
   */
  record NobodyCould(String sentence) implements NoWay {}

  /**
   * All who could are absent.
   *
   * @param people how many could
   * @param atLeast for how long nobody of them has been there
   * @param who whom the step in which the case is lets take it
   */
  record NobodyThere(int people, Duration atLeast, MayTake who) implements NoWay {}

  /** The reason in words. */
  default String words() {
    return switch (this) {
      case NobodyCould(var sentence) -> sentence;
      case NobodyThere(var people, var atLeast, var who) ->
          "%s could take it, and none has been there for %d minutes.%s"
              .formatted(
                  people == 1 ? "One person" : people + " people",
                  atLeast.toMinutes(),
                  who.sentence().map(" "::concat).orElse(""));
    };
  }
}
