package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.incident.change.Service;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A made-up shop whose customers write, and whose checkout breaks. */
final class Shop {
  static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  static final ServiceMap MAP =
      new ServiceMap(
          List.of(
              service("checkout", List.of("payments"), "pay", "card", "basket"),
              service("payments", List.of(), "refund", "invoice"),
              service("search", List.of(), "search", "find", "results"),
              service("delivery", List.of(), "parcel", "courier", "delivery")));

  private static final List<String> ORDINARY =
      List.of(
          "where is my parcel, the courier said noon",
          "my parcel came open and wet",
          "search finds nothing when I type in blue shoes",
          "how do I get an invoice for last month",
          "still waiting for my refund since two weeks",
          "I forgot my password and no mail comes",
          "the zip of this jacket broke after one day",
          "your app logs me out all the time",
          "wrong size sent again, how do I return it",
          "the voucher from your newsletter does not work");

  private static final List<String> BROKEN =
      List.of(
          "my card is refused at the checkout again and again",
          "can't pay, the checkout says card error",
          "paying for my basket just hangs, card error",
          "your checkout eats my card details and then an error",
          "tried to pay with my card three times, error at checkout",
          "checkout broken? my card works everywhere else");

  private static final List<String> CHATTER =
      List.of("lovely shop", "happy friday everyone", "just bought shoes, so happy", "hello there");

  private final Random random;
  private long lastId;

  Shop(long seed) {
    random = new Random(seed);
  }

  /** Reports of this and that, so many a day, and twice as much chatter. */
  List<ReportedPost> ordinary(Instant from, Duration length, int perDay) {
    List<ReportedPost> posts = new ArrayList<>();
    long count = perDay * length.toMinutes() / (24 * 60);
    for (int i = 0; i < count; i++) {
      posts.add(said(any(ORDINARY), true, within(from, length)));
      posts.add(said(any(CHATTER), false, within(from, length)));
      posts.add(said(any(CHATTER), false, within(from, length)));
    }
    return sorted(posts);
  }

  /** Customers who cannot pay, about one a minute. */
  List<ReportedPost> cannotPay(Instant from, int customers) {
    List<ReportedPost> posts = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      Instant at = from.plusSeconds(60L * i + random.nextInt(60));
      posts.add(said(any(BROKEN) + story(), true, at));
    }
    return sorted(posts);
  }

  /** A joke, and those who pass it on: triage takes one in three for a report. */
  List<ReportedPost> joke(Instant from, int times) {
    List<ReportedPost> posts = new ArrayList<>();
    String joke = "my grandma tried to pay with her library card and the shop said overdue";
    for (int i = 0; i < times; i++) {
      long id = ++lastId;
      posts.add(
          new ReportedPost(
              id,
              "fan" + id,
              i == 0 ? joke : "RT @grandson: " + joke,
              "en",
              from.plusSeconds(10L * i),
              i > 0,
              i % 3 == 0,
              null,
              null,
              null,
              null,
              null));
    }
    return posts;
  }

  ReportedPost said(String text, boolean report, Instant at) {
    long id = ++lastId;
    return new ReportedPost(
        id,
        "customer" + id,
        text,
        "en",
        at,
        false,
        report,
        null,
        id % 3 == 0 ? "eu" : "us",
        null,
        id % 2 == 0 ? "7.1" : "7.0",
        100);
  }

  static Change deploy(String id, String service, Instant at) {
    return new Change(
        id,
        ChangeType.DEPLOY,
        service,
        "production",
        null,
        null,
        at,
        null,
        "release of " + service);
  }

  static List<ReportedPost> sorted(List<ReportedPost> posts) {
    posts.sort(Comparator.comparing(ReportedPost::at).thenComparing(ReportedPost::id));
    return posts;
  }

  /** Names of their own: those who tell the same story in the same words count as copies. */
  String story() {
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      story.append(' ');
      for (int syllable = 0; syllable < 3; syllable++) {
        story.append("bdfgklmnprstv".charAt(random.nextInt(13)));
        story.append("aeiou".charAt(random.nextInt(5)));
      }
    }
    return story.toString();
  }

  private Instant within(Instant from, Duration length) {
    return from.plusSeconds(random.nextLong(length.toSeconds()));
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static Service service(String name, List<String> dependsOn, String... words) {
    return new Service(name, dependsOn, List.of(words), List.of("eu", "us"));
  }
}
