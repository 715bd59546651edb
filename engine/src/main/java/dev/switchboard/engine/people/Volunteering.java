package dev.switchboard.engine.people;

import dev.switchboard.engine.people.VolunteerTopic.Certification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How volunteers come to answer: they opt in to a topic, and somebody who leads says that they can.
 * Pure.
 */
public final class Volunteering {
  private Volunteering() {}

  /** What became of it. */
  public sealed interface Result {
    /** The profile as it is now; the same as before if nothing was to be done. */
    record Done(Profile profile) implements Result {}

    /** Not done; the sentence says why. */
    record Refused(String sentence) implements Result {}
  }

  public static Result optIn(Profile profile, String topic, Instant now) {
    String asked = ProfileFields.topics(List.of(topic)).stream().findFirst().orElse("");
    if (asked.isEmpty()) {
      return new Result.Refused("Say which topic.");
    }
    if (!profile.volunteer()) {
      return new Result.Refused(
          "%s is no volunteer, and may answer every topic.".formatted(profile.person()));
    }
    if (profile.findTopic(asked).isPresent()) {
      return new Result.Done(profile);
    }
    if (profile.topics().size() == ProfileFields.MAX_ENTRIES) {
      return new Result.Refused(
          "A volunteer has at most %d topics.".formatted(ProfileFields.MAX_ENTRIES));
    }
    List<VolunteerTopic> topics = new ArrayList<>(profile.topics());
    topics.add(new VolunteerTopic(asked, now, null));
    return new Result.Done(profile.withTopics(topics));
  }

  public static Result optOut(Profile profile, String topic) {
    return new Result.Done(
        profile.withTopics(
            profile.topics().stream().filter(known -> !known.topic().equals(topic)).toList()));
  }

  /**
   * Says that a volunteer can answer a topic that they have opted in to.
   *
   * @param by null for a script, which is not the person
   */
  public static Result certify(Profile profile, String topic, @Nullable String by, Instant now) {
    if (profile.person().equals(by)) {
      return new Result.Refused("Nobody certifies themselves; ask another lead.");
    }
    if (profile.findTopic(topic).isEmpty()) {
      return new Result.Refused(
          "%s has not opted in to \"%s\".".formatted(profile.person(), topic));
    }
    String who = by == null ? "an administrator's key" : by;
    return new Result.Done(
        replaced(
            profile,
            topic,
            known ->
                known.isCertified()
                    ? known
                    : new VolunteerTopic(topic, known.optedInAt(), new Certification(who, now))));
  }

  /** Takes a certification back; who has opted in stays so. */
  public static Result withdraw(Profile profile, String topic) {
    return new Result.Done(
        replaced(profile, topic, known -> new VolunteerTopic(topic, known.optedInAt(), null)));
  }

  private interface Change {
    VolunteerTopic of(VolunteerTopic known);
  }

  private static Profile replaced(Profile profile, String topic, Change change) {
    return profile.withTopics(
        profile.topics().stream()
            .map(known -> known.topic().equals(topic) ? change.of(known) : known)
            .toList());
  }
}
