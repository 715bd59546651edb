package dev.switchboard.engine.routing;

import dev.switchboard.engine.process.MayTake;
import java.util.List;

/**
 * Why this agent: who could have had the case at that moment, who was chosen, by which rule and by
 * which figures. The choice has no chance in it: the same figures give the same choice.
 *
 * @param people how many could have had it, the chosen one included
 * @param some of them, those with the least load first, the chosen one included; at most {@value
 *     #MAX_NAMES}
 * @param who whom the step in which the case is lets take it: only they were looked at
 */
public record Why(String chosen, int people, List<String> some, Rule rule, MayTake who) {
  public static final int MAX_NAMES = 10;

  public Why {
    some = List.copyOf(some);
    if (some.size() > MAX_NAMES || some.size() > people || !some.contains(chosen)) {
      throw new IllegalArgumentException(
          "%d people, with %s among them, can't be %s".formatted(people, chosen, some));
    }
  }

  /** In words, for people. */
  public String words() {
    String of =
        people == 1
            ? "Nobody else could take it now."
            : "%d people could take it now: %s%s."
                .formatted(
                    people,
                    String.join(", ", some),
                    people > some.size() ? " and %d more".formatted(people - some.size()) : "");
    return rule.words(chosen) + " " + of + who.sentence().map(" "::concat).orElse("");
  }
}
