package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.VolunteerTopic;
import java.util.ArrayList;
import java.util.List;

/** What became of a volunteer's topics, as events. */
final class StaffEvents {
  private StaffEvents() {}

  static List<AboutTeams> ofTopics(Profile before, Profile after) {
    String person = after.person();
    List<AboutTeams> events = new ArrayList<>();
    for (VolunteerTopic old : before.topics()) {
      if (after.findTopic(old.topic()).isEmpty()) {
        events.add(new AboutTeams.OptedOut(person, old.topic()));
      }
    }
    for (VolunteerTopic topic : after.topics()) {
      boolean was = before.findTopic(topic.topic()).map(VolunteerTopic::isCertified).orElse(false);
      if (before.findTopic(topic.topic()).isEmpty()) {
        events.add(new AboutTeams.OptedIn(person, topic.topic()));
      }
      if (!was && topic.isCertified()) {
        events.add(new AboutTeams.Certified(person, topic.topic()));
      } else if (was && !topic.isCertified()) {
        events.add(new AboutTeams.CertificationWithdrawn(person, topic.topic()));
      }
    }
    return events;
  }
}
