package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.people.VolunteerTopic;
import dev.switchboard.server.people.StaffResult;
import dev.switchboard.store.people.StaffRow;
import dev.switchboard.store.people.TeamRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** People, teams and what an import did, as the API shows them. */
final class StaffJson {
  private StaffJson() {}

  /**
   * A person.
   *
   * @param login shown to those who manage people only
   * @param state {@code active}, {@code invited} (no password yet), {@code disabled}, or {@code
   *     named}: they can't sign in
   * @param reviewed whether a colleague approves their replies
   * @param held what the cases that they hold weigh together
   * @param onShift whether a shift is on; null if they have none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Person(
      int id,
      String name,
      @Nullable String login,
      @Nullable String role,
      String state,
      boolean reviewed,
      Instant createdAt,
      String presence,
      @Nullable Instant presenceSince,
      @Nullable Instant seenAt,
      List<String> teams,
      List<String> brands,
      List<String> languages,
      List<SkillJson> skills,
      @Nullable Integer capacity,
      int held,
      String zone,
      String shifts,
      @Nullable Boolean onShift,
      boolean volunteer,
      List<Topic> topics) {}

  record SkillJson(String name, int level) {}

  /** What a volunteer would like to answer; certified if somebody has said that they can. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Topic(
      String topic,
      Instant optedInAt,
      @Nullable String certifiedBy,
      @Nullable Instant certifiedAt) {}

  record Team(int id, String name, int members, int working) {}

  record Imported(
      boolean dryRun,
      int read,
      long added,
      long changed,
      long unchanged,
      List<StaffResult.Rejected> rejected,
      List<Line> people,
      List<Link> links) {}

  record Line(long line, String name, String login, String fate, List<String> changed) {}

  /** A one-time link of somebody who was added; shown this once. */
  record Link(String name, String login, String link) {}

  static Person of(StaffRow row, int held, Instant now, boolean withLogin) {
    Profile profile = row.profile();
    return new Person(
        row.id(),
        row.name(),
        withLogin ? row.login() : null,
        row.role() == null ? null : row.role().word(),
        state(row),
        row.reviewed(),
        row.createdAt(),
        row.presence().word(),
        row.since(),
        row.seenAt(),
        profile.teams(),
        profile.brands(),
        profile.languages(),
        profile.skills().stream().map(StaffJson::of).toList(),
        profile.capacity(),
        held,
        profile.roster().zone().getId(),
        RosterText.hours(profile.roster()),
        profile.roster().isEmpty() ? null : profile.roster().isOn(now),
        profile.volunteer(),
        profile.topics().stream().map(StaffJson::of).toList());
  }

  private static String state(StaffRow row) {
    if (row.login() == null) {
      return "named";
    }
    return row.disabled() ? "disabled" : row.invited() ? "invited" : "active";
  }

  private static SkillJson of(Skill skill) {
    return new SkillJson(skill.name(), skill.level());
  }

  private static Topic of(VolunteerTopic topic) {
    var certified = topic.certification();
    return new Topic(
        topic.topic(),
        topic.optedInAt(),
        certified == null ? null : certified.by(),
        certified == null ? null : certified.at());
  }

  static Team of(TeamRow row) {
    return new Team(row.id(), row.name(), row.members(), row.working());
  }

  /**
   * What an import did.
   *
   * @param address where the server is, without a slash at the end
   */
  static Imported of(StaffResult result, boolean dryRun, String address) {
    return new Imported(
        dryRun,
        result.read(),
        result.count(StaffResult.Fate.ADDED),
        result.count(StaffResult.Fate.CHANGED),
        result.count(StaffResult.Fate.UNCHANGED),
        result.rejected(),
        result.people().stream()
            .map(
                one ->
                    new Line(
                        one.line(),
                        one.name(),
                        one.login(),
                        one.fate().name().toLowerCase(Locale.ROOT),
                        one.changed()))
            .toList(),
        result.people().stream()
            .filter(one -> !one.secret().isEmpty())
            .map(one -> new Link(one.name(), one.login(), address + "/link/" + one.secret()))
            .toList());
  }
}
