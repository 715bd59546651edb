package dev.switchboard.channels.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of people, as spreadsheets save them. */
class StaffFileTest {
  private static final String HEADER =
      "name,login,role,teams,brands,languages,skills,capacity,shifts,volunteer_topics\n";

  private static List<StaffLine> read(String file) throws IOException {
    return StaffFile.read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static StaffLine.Person person(StaffLine line) {
    if (line instanceof StaffLine.Person person) {
      return person;
    }
    throw new AssertionError(line);
  }

  @Test
  void everyColumnIsRead() throws IOException {
    StaffLine.Person ann =
        person(
            read(HEADER
                    + "Ann Berg,ann,lead,Refunds;Baggage,aurora,en;no,refunds:4;hotels,8,"
                    + "Europe/Oslo Mon-Fri 09:00-17:00; Sat 22:00-06:00,\n")
                .getFirst());
    assertThat(ann.line()).isEqualTo(2);
    assertThat(ann.name()).isEqualTo("Ann Berg");
    assertThat(ann.login()).isEqualTo("ann");
    assertThat(ann.role()).isEqualTo(Role.LEAD);
    assertThat(ann.change())
        .isEqualTo(
            new ProfileChange(
                List.of("Refunds", "Baggage"),
                List.of("aurora"),
                List.of("en", "no"),
                List.of(new Skill("refunds", 4), new Skill("hotels", 3)),
                8,
                RosterText.parse("Europe/Oslo Mon-Fri 09:00-17:00; Sat 22:00-06:00"),
                false,
                List.of()));
  }

  @Test
  void whoIsAVolunteerIsSaidByTheRoleOrByTopics() throws IOException {
    List<StaffLine> lines =
        read(HEADER + "Bo,bo,volunteer,,,,,,,\nCy,cy,,,,,,,,Baggage;delay\nDi,di,,,,,,,,\n");
    assertThat(lines).extracting(line -> person(line).role()).containsOnly(Role.AGENT);
    assertThat(lines)
        .extracting(line -> person(line).change().volunteer())
        .containsExactly(true, true, false);
    assertThat(person(lines.get(1)).change().topics()).containsExactly("baggage", "delay");
    assertThat(person(lines.get(2)).change().capacity()).as("as usual").isEqualTo(10);
  }

  @Test
  void columnsThatAreMissingChangeNothing() throws IOException {
    StaffLine.Person ann = person(read("\uFEFFlogin;Name\nann;Ann\n").getFirst());
    assertThat(ann.name()).isEqualTo("Ann");
    assertThat(ann.role()).isNull();
    assertThat(ann.change()).isEqualTo(ProfileChange.NONE);
  }

  @Test
  void aBadLineIsNamedAndItsNeighboursAreKept() throws IOException {
    List<StaffLine> lines =
        read(
            HEADER
                + "Ann,ann,agent,,,,,,,\n"
                + ",bo,agent,,,,,,,\n"
                + "Cy,cy,boss,,,,,,,\n"
                + "Di,di\n"
                + "Ed,ed,agent,,,,refunds:7,,,\n"
                + "Fe,fe,agent,,,,,,Mon 9-5,\n"
                + "\"Gi,gi,agent,,,,,,,\n"
                + "Ho,ho,agent,,,,,,,\n");
    assertThat(lines)
        .filteredOn(StaffLine.Bad.class::isInstance)
        .extracting(line -> line.line() + " " + ((StaffLine.Bad) line).reason())
        .satisfiesExactly(
            bad -> assertThat(bad).isEqualTo("3 name is empty"),
            bad -> assertThat(bad).startsWith("4 role must be one of readOnly, agent"),
            bad -> assertThat(bad).isEqualTo("5 10 fields expected as in the header, 2 found"),
            bad -> assertThat(bad).contains("6 the level of \"refunds\" must be 1 to 5, not 7"),
            bad -> assertThat(bad).startsWith("7 \"Mon 9-5\" is no shift"),
            bad -> assertThat(bad).startsWith("8 the quote that opens a field"));
    assertThat(lines)
        .filteredOn(StaffLine.Person.class::isInstance)
        .extracting(line -> person(line).login())
        .containsExactly("ann", "ho");
  }

  @Test
  void whatIsNoFileOfPeopleSaysSo() {
    assertThatThrownBy(() -> read("id,text\n1,help\n"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("no file of people");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("name the columns");
    assertThatThrownBy(() -> read("name,login,salary\n"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("\"salary\" is unknown");
    assertThatThrownBy(() -> read("name,login\n" + "a,b\n".repeat(5_001)))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("5,000");
  }
}
