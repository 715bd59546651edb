package dev.switchboard.engine.people;

import org.jspecify.annotations.Nullable;

/** Why a person should not be given a case now. */
public sealed interface Ineligible {
  /** They hold as much as they can. */
  record AtCapacity(String person, int held, int capacity) implements Ineligible {}

  /** A volunteer, and nobody has said that they can answer this; {@code topic} null: any. */
  record NotCertified(String person, @Nullable String topic) implements Ineligible {}

  /** They answer for other brands. */
  record OtherBrand(String person, String brand) implements Ineligible {}

  /** They are away or off. */
  record NotThere(String person, Presence presence) implements Ineligible {}

  /**
   * Whether it keeps them from taking the case by hand. Who is away, or answers for another brand,
   * and takes one all the same, knows what they are doing.
   */
  default boolean refusesByHand() {
    return switch (this) {
      case AtCapacity _, NotCertified _ -> true;
      case OtherBrand _, NotThere _ -> false;
    };
  }

  /** The reason in words. */
  default String sentence() {
    return switch (this) {
      case AtCapacity(var person, var held, var capacity) ->
          "%s holds as much as they can: %d of %d.".formatted(person, held, capacity);
      case NotCertified(var person, var topic) when topic == null ->
          "%s is a volunteer, and nobody has said what this case is about.".formatted(person);
      case NotCertified(var person, var topic) ->
          "%s is a volunteer and not certified for \"%s\".".formatted(person, topic);
      case OtherBrand(var person, var brand) ->
          "%s does not answer for %s.".formatted(person, brand);
      case NotThere(var person, var presence) -> "%s is %s.".formatted(person, presence.word());
    };
  }
}
