package dev.switchboard.server.demo;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.ProfileFields;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.server.people.Staff;
import java.util.List;

/**
 * What Aurora Air knows of its made-up agents: teams, languages, skills, shifts. Those who are
 * simulated work; a few colleagues are away or off, and two are volunteers.
 */
public final class DemoStaff {
  /** One more could be had for hundreds of agents, and would only make the start slower. */
  private static final int MAX_PROFILES = 24;

  private static final List<List<String>> LANGUAGES =
      List.of(
          List.of("sv", "en"),
          List.of("es", "en"),
          List.of("en", "fr"),
          List.of("ja", "en"),
          List.of("pl", "en"),
          List.of("en", "hi"),
          List.of("ar", "en", "fr"),
          List.of("ru", "en", "de"),
          List.of("pt", "en", "es"),
          List.of("en", "ga"),
          List.of("tr", "de", "en"),
          List.of("el", "en"),
          List.of("nl", "de", "en"),
          List.of("zh", "en"),
          List.of("en"),
          List.of("fr", "en"),
          List.of("ar", "en"),
          List.of("fa", "en"),
          List.of("fi", "sv", "en"),
          List.of("it", "en"),
          List.of("ko", "en"),
          List.of("es", "en"),
          List.of("nb", "da", "en"),
          List.of("en", "zu"));

  private static final List<String> TEAMS =
      List.of("Rebooking", "Baggage", "Families and special care", "Refunds");
  private static final List<List<String>> SKILLS =
      List.of(
          List.of("rebooking:5", "hotels:3", "groups:2"),
          List.of("baggage:4", "lost property:3"),
          List.of("families:4", "wheelchairs:5", "rebooking:2", "calming:4"),
          List.of("refunds:4", "vouchers:3", "rebooking:1"),
          List.of("rebooking:3", "app and website:4"));
  private static final List<String> HOURS =
      List.of(
          "Europe/Oslo Mon-Fri 07:00-15:00",
          "Europe/Oslo Mon,Tue,Fri-Sun 14:00-22:00",
          "Europe/Oslo Thu-Sun 22:00-06:00",
          "Europe/Lisbon Mon-Fri 09:00-17:30");
  private static final List<String> VOLUNTEERS = List.of("Ragnhild Sol", "Oskar Vik");

  private DemoStaff() {}

  /**
   * Writes profiles; the same again changes nothing.
   *
   * @param simulated how many of the names take part
   */
  public static void bring(Staff staff, int simulated) {
    List<String> names = AgentNames.first(MAX_PROFILES);
    for (int i = 0; i < names.size(); i++) {
      staff.bring(names.get(i), profile(i));
      staff.setPresence(null, names.get(i), presence(i, simulated));
    }
    for (String name : VOLUNTEERS) {
      staff.bring(name, volunteer());
    }
    staff.setPresence(null, VOLUNTEERS.getFirst(), Presence.WORKING);
    staff
        .find(VOLUNTEERS.getFirst())
        .ifPresent(row -> staff.certify(AgentNames.first(1).getFirst(), row.id(), "baggage"));
  }

  private static Presence presence(int place, int simulated) {
    if (place < simulated) {
      return Presence.WORKING;
    }
    return place % 2 == 0 ? Presence.AWAY : Presence.OFF;
  }

  private static ProfileChange profile(int place) {
    return new ProfileChange(
        List.of(TEAMS.get(place % TEAMS.size())),
        List.of(Airline.BRAND),
        LANGUAGES.get(place % LANGUAGES.size()),
        ProfileFields.skills(SKILLS.get(place % SKILLS.size())),
        3 + place % 4,
        RosterText.parse(HOURS.get(place % HOURS.size())),
        false,
        null);
  }

  private static ProfileChange volunteer() {
    return new ProfileChange(
        null,
        List.of(Airline.BRAND),
        List.of("en", "nb"),
        null,
        2,
        null,
        true,
        List.of("baggage", "delay"));
  }
}
