package dev.switchboard.engine.incident.detection.simulate;

import dev.switchboard.engine.incident.detection.simulate.SimulatedReport.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the reports of a world: first when somebody writes and why, then the group of each. */
final class WorldMaker {
  /** Why somebody writes, before a group is drawn; the group is -1 where the urn decides. */
  private record Written(double hour, Kind kind, long group, int planted, boolean duplicate) {}

  private static final long URN_DECIDES = -1;

  private final WorldSettings settings;
  private final Draw draw;
  private final Rates rates;
  private final Urn urn = new Urn();
  private final List<Written> written = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();
  private final Map<Long, Long> lastAuthor = new HashMap<>();
  private long nextAuthor;
  private int newGroups;

  WorldMaker(WorldSettings settings, long seed) {
    this.settings = settings;
    this.draw = new Draw(seed);
    this.rates = new Rates(settings, draw);
  }

  World make() {
    ordinary();
    viral(WorldSettings.JOKES_PER_WEEK, Kind.JOKE);
    viral(WorldSettings.GIVEAWAYS_PER_WEEK, Kind.GIVEAWAY);
    plant();
    written.sort(Comparator.comparingDouble(Written::hour));
    List<SimulatedReport> reports = written.stream().map(this::report).toList();
    return new World(settings, reports, planted, newGroups);
  }

  private void ordinary() {
    for (int hour = 0; hour < settings.hours(); hour++) {
      int count = draw.poisson(rates.at(hour));
      for (int i = 0; i < count; i++) {
        double at = hour + draw.uniform();
        long group =
            draw.chance(WorldSettings.TOPIC_SHARE) ? rates.drawTopic(at, draw) : URN_DECIDES;
        written.add(new Written(at, Kind.ORDINARY, group, -1, false));
      }
    }
  }

  /** A joke or a giveaway: many posts within hours, of which triage takes a few for reports. */
  private void viral(double perWeek, Kind kind) {
    boolean joke = kind == Kind.JOKE;
    double hours = joke ? WorldSettings.JOKE_HOURS : WorldSettings.GIVEAWAY_HOURS;
    double misread = joke ? WorldSettings.JOKE_MISREAD : WorldSettings.GIVEAWAY_MISREAD;
    int count = draw.poisson(perWeek * settings.hours() / 168);
    for (int i = 0; i < count; i++) {
      double from = draw.uniform() * (settings.hours() - hours);
      long group = urn.freshGroup();
      double posts = joke ? draw.logUniform(20, 300) : draw.logUniform(50, 1_000);
      int misreadPosts = draw.poisson(posts * misread);
      for (int post = 0; post < misreadPosts; post++) {
        double at = from + hours * Shape.FRONT.when(draw.uniform());
        written.add(new Written(at, kind, group, -1, false));
        for (int copy = draw.poisson(2); copy > 0; copy--) {
          written.add(new Written(at + 0.2 * draw.uniform(), kind, group, -1, true));
        }
      }
    }
  }

  private void plant() {
    int count = settings.plantedPerWeek() * settings.judgedWeeks();
    double each = settings.judgedWeeks() * 168.0 / Math.max(1, count);
    for (int number = 0; number < count; number++) {
      double start = settings.historyWeeks() * 168 + number * each;
      double onset = start + draw.uniform() * (each - 2);
      int customers = WorldSettings.CUSTOMERS[draw.below(WorldSettings.CUSTOMERS.length)];
      Shape shape = Shape.values()[draw.below(Shape.values().length)];
      boolean newGroup = !draw.chance(WorldSettings.ON_A_TOPIC);
      long group = newGroup ? urn.freshGroup() : draw.below(WorldSettings.TOPICS);
      planted.add(new Planted(number, onset, customers, shape, group, newGroup));
      for (int i = 0; i < customers; i++) {
        double at = onset + WorldSettings.INCIDENT_HOURS * shape.when(draw.uniform());
        long to = draw.chance(WorldSettings.SCATTERED) ? URN_DECIDES : group;
        written.add(new Written(at, Kind.PLANTED, to, number, false));
        if (draw.chance(WorldSettings.RETWEETS)) {
          double later = at + WorldSettings.INCIDENT_HOURS * draw.uniform();
          written.add(new Written(later, Kind.PLANTED, to, number, true));
        }
      }
    }
  }

  private SimulatedReport report(Written post) {
    double hour = Math.min(post.hour(), settings.hours() - 1e-6);
    long group = post.group() == URN_DECIDES ? urn.draw(hour, draw) : post.group();
    boolean topic = group < WorldSettings.TOPICS;
    double byUrn = rates.at(hour) * (1 - WorldSettings.TOPIC_SHARE);
    double rate =
        topic
            ? rates.at(hour)
                * WorldSettings.TOPIC_SHARE
                * rates.topicShare(Math.toIntExact(group), hour)
            : urn.rate(group, byUrn);
    boolean first = !topic && urn.isNew(group);
    if (!topic && !post.duplicate()) {
      urn.add(hour, group);
    }
    if (first && post.kind() != Kind.PLANTED && hour >= settings.historyWeeks() * 168) {
      newGroups++;
    }
    return new SimulatedReport(
        hour,
        group,
        author(post, group),
        post.duplicate(),
        post.planted(),
        post.kind(),
        rate,
        first);
  }

  private long author(Written post, long group) {
    Long last = lastAuthor.get(group);
    if (post.kind() == Kind.ORDINARY && last != null && draw.chance(WorldSettings.REPEAT_SHARE)) {
      return last;
    }
    lastAuthor.put(group, ++nextAuthor);
    return nextAuthor;
  }
}
