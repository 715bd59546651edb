package dev.switchboard.engine.routing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who waited how long: by reach, language and network, and whether those whom many follow were
 * served before those whom few follow. For one thread at a time; a window of time is an accumulator
 * of its own, which {@link #addAll} joins to others.
 */
public final class Fairness {
  /** So many languages on networks are told apart; the waits of further ones count together. */
  public static final int MAX_PLACES = 500;

  private static final Place ELSEWHERE = new Place("other", "other");

  /** Where somebody wrote; the test compares people within it only. */
  record Place(String language, String network) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byLanguage = language.compareTo(other.language);
      return byLanguage != 0 ? byLanguage : network.compareTo(other.network);
    }
  }

  private final Map<Place, Map<Reach, Waits>> waits = new TreeMap<>();

  /**
   * Counts one wait.
   *
   * @param followers null if the network didn't say
   * @param language null if nobody knows
   */
  public void add(
      @Nullable Long followers, @Nullable String language, String network, Duration wait) {
    Place place = new Place(language == null ? "unknown" : Needs.primary(language), network);
    of(place, Reach.of(followers)).add(wait);
  }

  public void addAll(Fairness other) {
    other.waits.forEach(
        (place, byReach) -> byReach.forEach((reach, some) -> of(place, reach).addAll(some)));
  }

  private Waits of(Place place, Reach reach) {
    boolean known = waits.containsKey(place) || waits.size() < MAX_PLACES;
    return waits
        .computeIfAbsent(known ? place : ELSEWHERE, _ -> new EnumMap<>(Reach.class))
        .computeIfAbsent(reach, _ -> new Waits());
  }

  /** All bands, those without waits too. */
  public Map<Reach, Waits> byReach() {
    Map<Reach, Waits> all = new EnumMap<>(Reach.class);
    for (Reach reach : Reach.values()) {
      all.put(reach, new Waits());
    }
    waits
        .values()
        .forEach(
            byReach ->
                byReach.forEach((reach, some) -> all.getOrDefault(reach, some).addAll(some)));
    return all;
  }

  public Map<String, Waits> byLanguage() {
    Map<String, Waits> all = new TreeMap<>();
    waits.forEach((place, byReach) -> join(all, place.language(), byReach));
    return all;
  }

  public Map<String, Waits> byNetwork() {
    Map<String, Waits> all = new TreeMap<>();
    waits.forEach((place, byReach) -> join(all, place.network(), byReach));
    return all;
  }

  private static void join(Map<String, Waits> all, String key, Map<Reach, Waits> byReach) {
    Waits sum = all.computeIfAbsent(key, _ -> new Waits());
    byReach.values().forEach(sum::addAll);
  }

  /** The alarm that the loud are served first; empty while there is no reason for it. */
  public Optional<LoudFirst> findLoudFirst() {
    return test().findAlarm();
  }

  /** Whether there were enough of the loud and the quiet to say that there is no reason for it. */
  public boolean isEnoughToJudge() {
    return test().isEnough();
  }

  private RankSums test() {
    RankSums test = new RankSums();
    waits.values().forEach(test::add);
    return test;
  }
}
