package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * A company of {@link StagedSimulator}: 6–18 services, each needing up to two that were built
 * before it; its map forgets one dependency in seven and makes one up for one service in twelve.
 *
 * @param popular how often usual reports name each service
 * @param seenAt for each failing service, the share of reports that name each service
 */
record StagedCompany(
    List<SimulatedService> services,
    MixedTalk talk,
    double[] popular,
    double[][] seenAt,
    List<String> regions,
    double[] usualRegions,
    List<String> versions,
    double[] usualVersions) {
  private static final double FORGOTTEN = 1.0 / 7;
  private static final double MADE_UP = 1.0 / 12;
  private static final double FALL = 0.45;

  static StagedCompany draw(Draws draws) {
    int count = 6 + draws.below(13);
    MixedTalk talk = new MixedTalk(draws, count + 1);
    List<String> regions = List.of("emea", "amer", "apac").subList(0, 2 + draws.below(2));
    List<SimulatedService> real = new ArrayList<>();
    List<SimulatedService> shown = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> needs = new ArrayList<>();
      List<Integer> drawn = new ArrayList<>();
      for (int d = i == 0 ? 0 : draws.below(3); d > 0; d--) {
        int other = draws.below(i);
        if (needs.contains(other)) {
          continue;
        }
        needs.add(other);
        if (!draws.chance(FORGOTTEN)) {
          drawn.add(other);
        }
      }
      int made = draws.below(count);
      if (draws.chance(MADE_UP) && made != i && !drawn.contains(made)) {
        drawn.add(made);
      }
      String name = draws.chance(0.4) ? talk.name(i) : talk.newWord();
      real.add(new SimulatedService(name, needs, List.of(), regions));
      shown.add(new SimulatedService(name, drawn, talk.listed(i), regions));
    }
    double[] exposure = new double[count];
    for (int i = 0; i < count; i++) {
      exposure[i] = draws.uniform(0.1, 1);
    }
    double[][] seenAt = new double[count][];
    for (int i = 0; i < count; i++) {
      seenAt[i] = Spread.shares(real, i, FALL, exposure);
    }
    List<String> versions = List.of("2026.1", "2026.2", "2026.3", "2026.4", "2026.5");
    return new StagedCompany(
        shown,
        talk,
        draws.shares(count),
        seenAt,
        regions,
        draws.shares(regions.size()),
        versions,
        draws.shares(versions.size()));
  }
}
