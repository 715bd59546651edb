package dev.switchboard.server.routing;

import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.routing.Needs;
import dev.switchboard.engine.routing.WaitingCase;
import dev.switchboard.engine.routing.WaitingCase.Previous;
import dev.switchboard.store.routing.RoutedCase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a case asks of whoever takes it, as the company has set it. */
final class CaseNeeds {
  private final RoutingSettings settings;
  private final Function<RoutedCase, MayTake> takers;
  private final Predicate<String> isKnownSkill;

  /**
   * @param takers whom its flow lets take a case
   * @param isKnownSkill whether anybody on the roster has a skill of this name
   */
  CaseNeeds(
      RoutingSettings settings,
      Function<RoutedCase, MayTake> takers,
      Predicate<String> isKnownSkill) {
    this.settings = settings;
    this.takers = takers;
    this.isKnownSkill = isKnownSkill;
  }

  WaitingCase of(RoutedCase row) {
    String topic = row.topic() == null ? null : row.topic().toLowerCase(Locale.ROOT);
    Needs needs =
        new Needs(
            row.brand(),
            row.kind(),
            topic,
            row.language(),
            topic == null ? List.of() : skills(topic),
            takers.apply(row));
    Instant at = row.previousAt();
    return new WaitingCase(
        row.id(),
        needs,
        row.since(),
        target(row),
        settings.handling(),
        row.previous() == null || at == null ? null : new Previous(row.previous(), at));
  }

  /**
   * What its flow promises, or else what the company does; a deadline of before is not this one.
   */
  private Instant target(RoutedCase row) {
    Instant due = row.dueAt();
    return due != null && due.isAfter(row.since())
        ? due
        : row.since().plus(settings.answerWithin());
  }

  private List<Skill> skills(String topic) {
    List<Skill> set = settings.skills().get(topic);
    if (set != null) {
      return set;
    }
    // A skill that nobody has is not missed: topics are many, and few are anybody's trade.
    return isKnownSkill.test(topic) ? List.of(new Skill(topic, settings.skillLevel())) : List.of();
  }
}
