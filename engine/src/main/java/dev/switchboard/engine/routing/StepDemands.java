package dev.switchboard.engine.routing;

import dev.switchboard.engine.process.MayTake;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What cases ask for that stand in steps which let the same people take them. Whom they let is
 * asked once for each crew; others are not looked at for anything here, nor this for them.
 */
final class StepDemands {
  private final MayTake who;
  private final Crews all;

  /** The numbers of the crews that are let. */
  private final BitSet crews = new BitSet();

  final Map<Needs, Fitting> fittings = new HashMap<>();

  /** Those that have cases, in no order. */
  final List<Demand> waiting = new ArrayList<>();

  StepDemands(MayTake who, Crews all) {
    this.who = who;
    this.all = all;
    all.each(this::know);
  }

  private void know(Crew crew) {
    if (crew.isLetBy(who)) {
      crews.set(crew.number);
    }
  }

  boolean lets(Crew crew) {
    return crews.get(crew.number);
  }

  /** A crew is there that was not. */
  void join(Crew crew) {
    know(crew);
    if (lets(crew)) {
      fittings.values().forEach(fitting -> fitting.join(crew));
    }
  }

  /** A crew is no more, and fits nothing. */
  void forget(Crew crew) {
    crews.clear(crew.number);
  }

  Fitting fitting(Needs needs) {
    return fittings.computeIfAbsent(needs, key -> new Fitting(key, all, crews));
  }

  void add(Routed routed, Demand demand) {
    demand.add(routed);
    if (demand.place < 0) {
      demand.place = waiting.size();
      waiting.add(demand);
    }
  }

  void remove(Routed routed, CaseQueue queue) {
    Demand demand = queue.demand;
    demand.remove(routed, queue);
    if (demand.size() == 0) {
      Demand moved = waiting.removeLast();
      if (moved != demand) {
        waiting.set(demand.place, moved);
        moved.place = demand.place;
      }
      demand.place = -1;
    }
  }
}
