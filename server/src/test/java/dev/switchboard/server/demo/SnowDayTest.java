package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchboard.server.demo.Scripted.Garbled;
import dev.switchboard.server.demo.Scripted.Said;
import dev.switchboard.server.demo.Scripted.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SnowDayTest {
  private static final Phrasebook BOOK = Phrasebook.load();
  private static final int X_MAX_CHARS = 280;
  private static final DayShape LONG_DAY =
      new DayShape(
          Duration.ofSeconds(2_000),
          Duration.ofSeconds(100),
          Duration.ofSeconds(100),
          Duration.ofSeconds(50));

  @Property(tries = 20)
  void theSameSeedGivesTheSameLinesByteForByte(@ForAll long seed) {
    assertThat(lines(day(seed, LONG_DAY), 300)).isEqualTo(lines(day(seed, LONG_DAY), 300));
  }

  @Test
  void anotherSeedGivesAnotherDay() {
    assertThat(lines(day(1, LONG_DAY), 100)).isNotEqualTo(lines(day(2, LONG_DAY), 100));
  }

  @Test
  void theStormBringsFortyTimesThePostsOfTheMorningAndThenDecays() {
    double[] perSecond = new double[2_600];
    SnowDay day = day(7, LONG_DAY);
    for (Scripted line = day.next(); line.at().toSeconds() < perSecond.length; line = day.next()) {
      perSecond[(int) line.at().toSeconds()]++;
    }
    double morning = mean(perSecond, 0, 2_000);
    double onset = mean(perSecond, 2_000, 2_100);
    double height = mean(perSecond, 2_100, 2_200);
    double halfLifeLater = mean(perSecond, 2_248, 2_252);
    // 2 a second; the tolerances are four standard errors of the Poisson counts or more
    assertThat(morning).isCloseTo(2, within(0.13));
    assertThat(onset / morning).isCloseTo(20.5, within(2.5));
    assertThat(height / morning).isCloseTo(40, within(3.5));
    assertThat(halfLifeLater / height).isCloseTo(0.51, within(0.2));
    assertThat(mean(perSecond, 2_500, 2_600)).isLessThan(height / 8);
  }

  @Test
  void aDayWithinAMinuteHasItsMorningInTheFirstThirdAndItsHeightFromTheMiddleOn() {
    DayShape shape = DayShape.within(Duration.ofSeconds(60));
    assertThat(shape.stormAt(Duration.ofSeconds(19))).isZero();
    assertThat(shape.stormAt(Duration.ofSeconds(25))).isEqualTo(0.5);
    assertThat(shape.stormAt(Duration.ofSeconds(31))).isEqualTo(1);
    assertThat(shape.stormAt(Duration.ofSeconds(60))).isEqualTo(1);
  }

  @Test
  void timesNeverGoBack() {
    List<Scripted> lines = take(day(3, LONG_DAY), 8_000);
    for (int i = 1; i < lines.size(); i++) {
      assertThat(lines.get(i).at()).isGreaterThanOrEqualTo(lines.get(i - 1).at());
    }
  }

  @Test
  void everyLanguageIntentAndKindOfArrivalOccurs() {
    List<Said> said = said(take(day(4, LONG_DAY), 12_000)).toList();
    Map<String, Long> languages = count(said.stream().map(s -> s.truth().language()));
    assertThat(languages).containsOnlyKeys("en", "de", "es", "fr", "it", "pt", "nl");
    assertThat(languages.values()).allSatisfy(n -> assertThat(n).isGreaterThan(100));
    assertThat(languages.get("en")).isGreaterThan(said.size() / 4);
    Set<Intent> scripted = said.stream().map(s -> s.truth().intent()).collect(Collectors.toSet());
    assertThat(scripted).hasSize(Intent.values().length - 1).doesNotContain(Intent.THANKS);
    assertThat(count(said.stream().map(Said::why)))
        .containsKeys(
            Why.OPENING,
            Why.FOLLOW_UP,
            Why.OVERTAKING,
            Why.OVERTAKEN,
            Why.REDELIVERED,
            Why.EDIT,
            Why.DELETION);
    assertThat(count(said.stream().map(s -> s.post().channel()))).hasSize(3);
  }

  @Test
  void aSmallShareOfTheLinesIsGarbledAndSomeComeTwice() {
    List<Scripted> lines = take(day(5, LONG_DAY), 10_000);
    long garbled = lines.stream().filter(Garbled.class::isInstance).count();
    long twice = said(lines).filter(s -> s.why() == Why.REDELIVERED).count();
    assertThat(garbled).isBetween(25L, 110L);
    assertThat(twice).isBetween(130L, 280L);
  }

  @Test
  void theIntakeTakesEveryPostAndRefusesEveryGarbledLine() {
    List<Scripted> script = take(day(13, LONG_DAY), 5_000);
    List<String> lines = lines(day(13, LONG_DAY), 5_000);
    Instant now = Instant.parse("2026-01-31T20:00:00Z");
    for (int i = 0; i < lines.size(); i++) {
      boolean taken = FakeCompany.parse(lines.get(i), now) != null;
      assertThat(taken).as(lines.get(i)).isEqualTo(script.get(i) instanceof Said);
    }
  }

  @Test
  void idsAreUniqueExceptWhereAPostIsDeliveredAgainEditedOrWithdrawn() {
    Set<String> seen = new HashSet<>();
    said(take(day(6, LONG_DAY), 10_000))
        .forEach(s -> assertThat(seen.add(s.post().id())).as("%s", s).isEqualTo(s.why().isNew()));
  }

  @Test
  void anotherRunHasOtherIdsAndTheSameTexts() {
    SnowDay again = new SnowDay(SnowDay.Settings.of(8, "other", LONG_DAY), BOOK);
    List<Said> first = said(take(day(8, LONG_DAY), 500)).toList();
    List<Said> second = said(take(again, 500)).toList();
    assertThat(texts(second)).isEqualTo(texts(first));
    assertThat(second).allSatisfy(s -> assertThat(s.post().id()).startsWith("other-"));
  }

  @Test
  void noSlotIsLeftOpenAndEveryTextFitsTheNetwork() {
    List<Said> said = said(take(day(9, LONG_DAY), 10_000)).toList();
    assertThat(texts(said)).noneMatch(text -> text.contains("{") || text.contains("}"));
    assertThat(texts(said)).allMatch(text -> text.codePointCount(0, text.length()) <= X_MAX_CHARS);
    assertThat(said.stream().filter(s -> s.post().text().isEmpty()))
        .allMatch(s -> s.post().change() == DemoPost.Change.DELETED);
  }

  @Test
  void thousandsOfPostsAreVaried() {
    List<String> openings =
        texts(
            said(take(day(10, LONG_DAY), 10_000))
                .filter(s -> s.why() == Why.OPENING && s.truth().needsHelp())
                .toList());
    assertThat(new HashSet<>(openings).size()).isGreaterThan(openings.size() * 95 / 100);
  }

  @Test
  void aFollowUpSpeaksOfTheSameFlightAsItsOpeningByTheSameAuthor() {
    Map<String, Said> byId = new HashMap<>();
    said(take(day(11, LONG_DAY), 10_000)).forEach(s -> byId.putIfAbsent(s.post().id(), s));
    List<Said> followUps = byId.values().stream().filter(s -> s.why() == Why.FOLLOW_UP).toList();
    assertThat(followUps).hasSizeGreaterThan(200);
    assertThat(followUps)
        .allSatisfy(
            s -> {
              Said parent = Objects.requireNonNull(byId.get(s.post().inReplyTo()));
              assertThat(s.post().author()).isEqualTo(parent.post().author());
              assertThat(s.post().channel()).isEqualTo(parent.post().channel());
              if (!flights(parent).isEmpty()) {
                assertThat(flights(parent)).containsAll(flights(s));
              }
            });
  }

  @Test
  void anOvertakenPostComesAfterItsFollowUpButWasWrittenBefore() {
    Stamps stamps = new Stamps();
    Map<String, Instant> createdAt = new HashMap<>();
    Instant start = Instant.parse("2026-01-31T08:00:00Z");
    int overtaken = 0;
    for (Scripted line : take(day(12, LONG_DAY), 8_000)) {
      if (line instanceof Said s) {
        Instant created = stamps.stamp(s, start.plus(s.at())).createdAt();
        assertThat(createdAt.getOrDefault(s.post().id(), created)).isEqualTo(created);
        createdAt.put(s.post().id(), created);
        if (s.why() == Why.OVERTAKEN) {
          overtaken++;
          assertThat(created).isBefore(createdAt.get(s.writtenBefore()));
        }
      }
    }
    assertThat(overtaken).isGreaterThan(20);
  }

  private static SnowDay day(long seed, DayShape shape) {
    return new SnowDay(SnowDay.Settings.of(seed, "run", shape), BOOK);
  }

  private static List<Scripted> take(SnowDay day, int count) {
    return Stream.generate(day::next).limit(count).toList();
  }

  private static Stream<Said> said(List<Scripted> lines) {
    return lines.stream().filter(Said.class::isInstance).map(Said.class::cast);
  }

  private static List<String> texts(List<Said> said) {
    return said.stream().map(s -> s.post().text()).toList();
  }

  private static List<String> lines(SnowDay day, int count) {
    Stamps stamps = new Stamps();
    Instant start = Instant.parse("2026-01-31T08:00:00Z");
    List<String> lines = new ArrayList<>();
    for (Scripted line : take(day, count)) {
      lines.add(
          switch (line) {
            case Garbled garbled -> garbled.line();
            case Said s -> PostLine.of(s.post(), stamps.stamp(s, start.plus(s.at())));
          });
    }
    return lines;
  }

  private static Set<String> flights(Said said) {
    Set<String> flights = new HashSet<>();
    var matcher =
        Pattern.compile("aurora \\d{3}").matcher(said.post().text().toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      flights.add(matcher.group());
    }
    return flights;
  }

  private static <K> Map<K, Long> count(Stream<K> keys) {
    return keys.collect(Collectors.groupingBy(k -> k, Collectors.counting()));
  }

  private static double mean(double[] perSecond, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += perSecond[i];
    }
    return sum / (to - from);
  }
}
