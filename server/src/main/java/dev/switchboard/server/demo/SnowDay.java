package dev.switchboard.server.demo;

import dev.switchboard.server.demo.Scripted.Said;
import dev.switchboard.server.demo.Scripted.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * The script of a snow day at {@link Airline Aurora Air}, without end: the same settings give the
 * same lines. Each arrival is one line, new or a repetition, so the rate is exactly the settings'.
 * One thread; memory is bounded.
 */
public final class SnowDay {
  private static final int MAX_PENDING_POSTS = 5_000;
  private static final int MAX_RECENT_POSTS = 512;

  private static final double GARBLED = 0.006;
  private static final double REDELIVERED = 0.02;
  private static final double OVERTAKEN = 0.04;
  private static final double FOLLOWED_UP = 0.2;
  private static final double EDITED = 0.05;
  private static final double DELETED = 0.03;
  private static final Duration SOON = Duration.ofSeconds(4);
  private static final Duration LATER = Duration.ofSeconds(12);

  private final Settings settings;
  private final Phrasebook book;
  private final BadDeploy badDeploy;
  private final Random random;
  private final Arrivals arrivals;
  private final PriorityQueue<Due> pending =
      new PriorityQueue<>(
          Comparator.comparing((Due d) -> d.said.at()).thenComparing(d -> d.number));
  private final List<Said> recent = new ArrayList<>();
  private long lastId;
  private long lastDue;

  /**
   * What a day depends on.
   *
   * @param run begins each id, so that another run on the same database brings other posts
   * @param morningRate lines a scripted second in the morning, above 0
   * @param stormFactor rate at the height over rate in the morning, 1 or more
   */
  public record Settings(
      long seed, String run, DayShape shape, double morningRate, double stormFactor) {
    public static final double MORNING_RATE = 2;

    /** To watch: of its storm, twenty people have mastered most within ten minutes. */
    public static final double MORNING_RATE_TO_WATCH = 1;

    public static final double STORM_FACTOR = 40;

    public Settings {
      if (!(morningRate > 0) || !(stormFactor >= 1)) {
        throw new IllegalArgumentException(
            "morningRate must be above 0 and stormFactor 1 or more, not %s and %s"
                .formatted(morningRate, stormFactor));
      }
    }

    public static Settings of(long seed, String run, DayShape shape) {
      return new Settings(seed, run, shape, MORNING_RATE, STORM_FACTOR);
    }
  }

  private record Due(Said said, long number) {}

  public SnowDay(Settings settings, Phrasebook book) {
    this.settings = settings;
    this.book = book;
    this.badDeploy = BadDeploy.on(settings.shape());
    this.random = new Random(settings.seed());
    this.arrivals =
        new Arrivals(
            new Random(~settings.seed()),
            settings.shape(),
            settings.morningRate(),
            settings.stormFactor());
  }

  /** The next line; {@code at} never goes back. */
  public Scripted next() {
    Duration at = arrivals.next();
    double dice = random.nextDouble();
    if (dice < GARBLED) {
      return new Scripted.Garbled(at, Garbling.line(nextId(), random));
    }
    if (dice < GARBLED + REDELIVERED && !recent.isEmpty()) {
      Said once = Phrases.pick(recent, random);
      return new Said(at, Why.REDELIVERED, once.post(), null, once.truth());
    }
    Due due = pending.peek();
    if (due != null && due.said.at().compareTo(at) <= 0) {
      pending.remove();
      return remembered(due.said.movedTo(at));
    }
    return remembered(opening(at));
  }

  private Said opening(Duration at) {
    Story story = Story.draw(random, book, intent(at));
    String words = story.phrases().say(story.intent().section(), story.facts(), random);
    DemoPost post = story.post(nextId(), Voice.write(words, story, false, random), null);
    Said opening = new Said(at, Why.OPENING, post, null, story.truth());
    if (!story.intent().needsHelp()) {
      plan(DELETED, LATER, deletion(opening));
      return opening;
    }
    if (random.nextDouble() < OVERTAKEN) {
      Said child = followUp(opening, story, Why.OVERTAKING);
      put(new Said(at.plus(SOON), Why.OVERTAKEN, post, child.post().id(), story.truth()));
      return child;
    }
    plan(FOLLOWED_UP, LATER, followUp(opening, story, Why.FOLLOW_UP));
    plan(EDITED, SOON, edit(opening, story));
    plan(DELETED, LATER, deletion(opening));
    return opening;
  }

  private Intent intent(Duration at) {
    return Mix.draw(random, settings.shape().stormAt(at), badDeploy.brokenAt(at));
  }

  private Said followUp(Said opening, Story story, Why why) {
    String words = story.phrases().say(Phrasebook.AGAIN, story.facts(), random);
    DemoPost post =
        story.post(nextId(), Voice.write(words, story, true, random), opening.post().id());
    return new Said(opening.at(), why, post, null, story.truth());
  }

  private Said edit(Said opening, Story story) {
    String addition = story.phrases().say(Phrasebook.EDIT, story.facts(), random);
    DemoPost edited = opening.post().edited(opening.post().text() + " " + addition);
    return new Said(opening.at(), Why.EDIT, edited, null, story.truth());
  }

  private static Said deletion(Said opening) {
    return new Said(opening.at(), Why.DELETION, opening.post().deleted(), null, opening.truth());
  }

  /** Plans a line about {@code mean} later, with the given chance. */
  private void plan(double chance, Duration mean, Said said) {
    double wait = -StrictMath.log(1 - random.nextDouble()) * DayShape.seconds(mean);
    if (random.nextDouble() < chance) {
      put(said.movedTo(said.at().plus(Duration.ofMillis((long) (1000 * (1 + wait))))));
    }
  }

  private void put(Said said) {
    if (pending.size() < MAX_PENDING_POSTS) {
      pending.add(new Due(said, ++lastDue));
    }
  }

  private Said remembered(Said said) {
    if (recent.size() < MAX_RECENT_POSTS) {
      recent.add(said);
    } else {
      recent.set(random.nextInt(MAX_RECENT_POSTS), said);
    }
    return said;
  }

  private String nextId() {
    return settings.run() + "-" + (++lastId);
  }
}
