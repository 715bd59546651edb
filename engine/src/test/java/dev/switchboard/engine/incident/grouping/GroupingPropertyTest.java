package dev.switchboard.engine.incident.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GroupingPropertyTest {
  private static final GroupingSettings SMALL = GroupingSettings.DEFAULT.withBounds(12, 300, 32);
  private static final int SWEEP_SLACK = 4_096;

  @Property(tries = 100)
  void whatIsRestoredInTheMiddleDecidesTheSame(
      @ForAll long seed, @ForAll @IntRange(max = 400) int at, @ForAll boolean small) {
    GroupingSettings settings = small ? SMALL : GroupingSettings.DEFAULT;
    List<Report> reports = reports(seed, 500);
    Grouping whole = new Grouping(settings);
    Grouping first = new Grouping(settings);
    for (Report report : reports.subList(0, at)) {
      assertThat(first.assign(report)).isEqualTo(whole.assign(report));
    }
    Grouping second = Grouping.restore(first.snapshot(), settings);
    assertThat(second.snapshot()).hasSameSizeAs(first.snapshot());
    for (Report report : reports.subList(at, reports.size())) {
      assertThat(second.assign(report)).isEqualTo(whole.assign(report));
      assertThat(second.proposals()).isEqualTo(whole.proposals());
    }
  }

  @Property(tries = 50)
  void memoryStaysWithinItsBounds(@ForAll long seed) {
    Grouping grouping = new Grouping(SMALL);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 3_000; i++) {
      String text = "n" + random.nextInt(100_000) + " n" + random.nextInt(100_000);
      grouping.assign(new Report("p" + i, text, null, false, Instant.ofEpochSecond(i)));
      assertThat(grouping.liveGroups()).isLessThanOrEqualTo(12);
      assertThat(grouping.knownTerms()).isLessThanOrEqualTo(300 + PostTerms.MAX_TERMS);
      assertThat(grouping.recent.size()).isLessThanOrEqualTo(32);
    }
  }

  @Property(tries = 20)
  void whatIsSaidNoMoreIsForgotten(@ForAll long seed) {
    Grouping grouping = new Grouping(GroupingSettings.DEFAULT);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = "n" + random.nextInt(10_000_000);
      grouping.assign(new Report("p" + i, text, null, false, Instant.ofEpochSecond(i * 600L)));
    }
    // 20,000 words in 139 days, of which 432 in a half-life.
    assertThat(grouping.knownTerms()).isLessThanOrEqualTo(SWEEP_SLACK);
    assertThat(grouping.liveGroups()).isLessThanOrEqualTo(73);
  }

  @Property(tries = 50)
  void brandsDoNotTouchEachOther(@ForAll long seed, @ForAll long mixing) {
    List<Report> ours = reports(seed, 200);
    List<Report> others = reports(seed + 1, 200);
    Grouping alone = new Grouping(GroupingSettings.DEFAULT);
    List<Assignment> expected = ours.stream().map(alone::assign).toList();

    Grouping mine = new Grouping(GroupingSettings.DEFAULT);
    Grouping theirs = new Grouping(GroupingSettings.DEFAULT);
    SplittableRandom random = new SplittableRandom(mixing);
    List<Assignment> mixed = new ArrayList<>();
    int other = 0;
    for (Report report : ours) {
      while (other < others.size() && random.nextBoolean()) {
        theirs.assign(others.get(other++));
      }
      mixed.add(mine.assign(report));
    }
    assertThat(mixed).isEqualTo(expected);
  }

  @Property(tries = 300)
  void anyTextHasAGroup(@ForAll List<String> texts) {
    Grouping grouping = new Grouping(SMALL);
    for (String text : texts) {
      Assignment given = grouping.assign(new Report("p", text, null, false, Instant.EPOCH));
      assertThat(given.groupId()).isPositive();
      assertThat(given.similarity()).isBetween(0.0, 1.0);
    }
  }

  /** Posts of some topics that come and go, with copies, retweets, silence and empty posts. */
  private static List<Report> reports(long seed, int posts) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Report> reports = new ArrayList<>();
    Instant now = Instant.parse("2026-01-31T08:00:00Z");
    String last = "nothing yet";
    for (int i = 0; i < posts; i++) {
      now = now.plusSeconds(random.nextInt(50) == 0 ? 40_000 : random.nextInt(300));
      String text =
          switch (random.nextInt(10)) {
            case 0 -> "RT @x: " + last;
            case 1 -> last;
            case 2 -> "!!!";
            default -> topic(random, i / 100 + random.nextInt(5));
          };
      last = text;
      String language = random.nextInt(3) == 0 ? "de" : "en";
      reports.add(new Report("p" + i, text, language, random.nextInt(30) == 0, now));
    }
    return reports;
  }

  private static String topic(SplittableRandom random, int topic) {
    StringBuilder text = new StringBuilder();
    for (int words = 2 + random.nextInt(8); words > 0; words--) {
      boolean own = random.nextInt(3) > 0;
      text.append(own ? "t" + topic + "x" + random.nextInt(8) : "w" + random.nextInt(40));
      text.append(' ');
    }
    return text.toString();
  }
}
