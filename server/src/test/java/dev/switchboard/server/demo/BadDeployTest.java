package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.changes.ChangeLines;
import dev.switchboard.channels.changes.ParsedChange;
import dev.switchboard.channels.changes.ServiceMapFile;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.server.demo.Scripted.Said;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The deploy that breaks rebooking, what else is changed that day, and what customers say. */
class BadDeployTest {
  private static final DayShape DAY = DayShape.within(Duration.ofMinutes(4));
  private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");
  private static final BadDeploy BAD = BadDeploy.on(DAY);

  @Property(tries = 50)
  void oneOfFiveChangesBreaksRebookingAndAlertAndRollbackComeAfterIt(@ForAll long seed) {
    List<Change> changes = changes(seed);
    assertThat(changes).hasSize(6).extracting(Change::id).doesNotHaveDuplicates();
    assertThat(changes).extracting(Change::startedAt).isSorted();
    assertThat(changes)
        .extracting(Change::service)
        .containsExactly("loyalty", "seats", "baggage", "rebooking", "crew-planning", "rebooking");
    assertThat(changes)
        .extracting(Change::type)
        .containsExactly(
            ChangeType.DEPLOY,
            ChangeType.FLAG,
            ChangeType.DEPLOY,
            ChangeType.DEPLOY,
            ChangeType.ALERT,
            ChangeType.ROLLBACK);
    assertThat(changes.get(3).startedAt()).isEqualTo(START.plus(BAD.at()));
    assertThat(DAY.stormAt(BAD.at())).isEqualTo(1);
  }

  @Property(tries = 20)
  void theSameSeedGivesTheSameChanges(@ForAll long seed) {
    assertThat(changes(seed)).isEqualTo(changes(seed));
  }

  @Test
  void everyServiceThatIsChangedIsOnTheMap() {
    ServiceMapFile.Read read = ServiceMapFile.read(DemoServices.yaml());
    assertThat(read.problems()).isEmpty();
    assertThat(changes(1)).allMatch(change -> read.map().find(change.service()).isPresent());
    assertThat(read.map().reachedFrom("rebooking")).containsOnlyKeys("rebooking", "app");
  }

  @Test
  void nobodyReportsBrokenRebookingBeforeTheDeployAndManyDoAfterIt() {
    List<Said> broken = broken(1);
    assertThat(broken).isNotEmpty();
    assertThat(broken.getFirst().at()).isGreaterThan(BAD.noticed());
    assertThat(broken.getFirst().at()).isLessThan(BAD.everywhere());
    long atItsWorst =
        broken.stream().filter(said -> said.at().compareTo(BAD.everywhere()) > 0).count();
    assertThat(atItsWorst).isGreaterThan(200);
  }

  @Test
  void theySayItInEveryLanguageAndInManyWords() {
    List<Said> broken = broken(2);
    assertThat(broken.stream().map(said -> said.truth().language()).distinct())
        .containsExactlyInAnyOrder("en", "de", "es", "fr", "it", "pt", "nl");
    assertThat(new HashSet<>(broken.stream().map(said -> said.post().text()).toList()))
        .hasSizeGreaterThan(broken.size() * 7 / 10);
    assertThat(broken.stream().map(said -> said.post().author()).distinct().count())
        .isGreaterThan(broken.size() / 2);
    assertThat(broken.stream().map(said -> said.post().product())).contains("app", "website", null);
    assertThat(broken.stream().map(said -> said.post().region()))
        .contains("north", "coast", "islands", null);
  }

  @Test
  void afterTheRollbackItEbbsAway() {
    Duration later = BAD.rolledBack().plus(BAD.halfLife().multipliedBy(3));
    assertThat(BAD.brokenAt(BAD.rolledBack())).isEqualTo(1);
    assertThat(BAD.brokenAt(later)).isEqualTo(0.125);
    assertThat(BAD.brokenAt(BAD.at())).isZero();
  }

  /** What the first half of the height brings of it. */
  private static List<Said> broken(long seed) {
    SnowDay day = new SnowDay(SnowDay.Settings.of(seed, "t", DAY), Phrasebook.load());
    Duration end = BAD.at().plusSeconds(60);
    return Stream.generate(day::next)
        .takeWhile(line -> line.at().compareTo(end) < 0)
        .filter(Said.class::isInstance)
        .map(Said.class::cast)
        .filter(said -> said.truth().intent() == Intent.REBOOKING_BROKEN)
        .toList();
  }

  private static List<Change> changes(long seed) {
    List<Change> changes = new ArrayList<>();
    for (DemoChange change : ChangeScript.of(seed, "t", DAY)) {
      byte[] line = change.line(START.plus(change.at())).getBytes(StandardCharsets.UTF_8);
      ChangeLines.parseBody(line, parsed -> changes.add(((ParsedChange.Good) parsed).change()));
    }
    return changes;
  }
}
