package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.routing.RoutingPolicy;
import dev.switchboard.engine.routing.simulate.SimulatedAgent.Stretch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A day on a virtual clock. An agent works on one case at a time, in the order in which they came
 * into their hands. Who lacks the skill takes half as long again and, in a third of the cases,
 * gives up after 40 % of the work. Who goes home finishes what they have begun and gives back the
 * rest.
 */
public final class Simulation implements Dispatcher.Floor {
  private static final int HOURS_AFTER = 18;
  private static final double GIVE_UP = .35;
  private static final double GIVE_UP_AFTER = .4;
  private static final double UNSKILLED_TAKE = 1.5;
  private static final double FOLLOW_UP_TAKES = .6;
  private static final double DECLINE = .02;
  private static final double OVERLOOK = .01;
  private static final long LOOK_MILLIS = 5_000;
  private static final long LOOK_SPREAD_MILLIS = 15_000;

  private enum What {
    CASE,
    THERE,
    AWAY,
    HOME,
    LOOKS,
    ENDS,
    /** Time alone decides something of a case. */
    DUE
  }

  /** In the order of time, then of their making. */
  private record Event(long at, long order, What what, int agent, int number, int attempt)
      implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final Day day;
  private final Measures measures;
  private final Dispatcher dispatcher;
  private final CaseFlows flows;
  private final List<Progress> cases = new ArrayList<>();

  /** At most two for each person, and one for each case and offer. */
  private final PriorityQueue<Event> events = new PriorityQueue<>();

  private final List<ArrayDeque<Progress>> hands = new ArrayList<>();
  private final @Nullable Progress[] workingOn;
  private final boolean[] there;
  private long now;
  private long order;
  private long worked;

  /** When nothing more happens: on the evening after the last posts. */
  private final long end;

  private Simulation(Day day, Routing routing) {
    this.day = day;
    int hours = day.scenario().hours() + HOURS_AFTER;
    end = hours * Day.HOUR;
    measures = new Measures(quietest(day), hours);
    flows = new CaseFlows(day);
    workingOn = new @Nullable Progress[day.agents().size()];
    there = new boolean[day.agents().size()];
    dispatcher = dispatcher(routing, day);
  }

  private Dispatcher dispatcher(Routing routing, Day of) {
    return switch (routing) {
      case ROUND_ROBIN -> new Inboxes(true, false, of.agents(), this);
      case LEAST_LOADED -> new Inboxes(false, false, of.agents(), this);
      case LEAST_LOADED_BY_SKILL -> new Inboxes(false, true, of.agents(), this);
      case SWITCHBOARD -> new RouterDispatcher(RoutingPolicy.DEFAULT, of, this);
    };
  }

  /** Runs a day. Pure: the same scenario, routing and seed give the same result. */
  public static SimulationResult run(Scenario scenario, Routing routing, long seed) {
    return new Simulation(Day.draw(scenario, seed), routing).run(routing);
  }

  /**
   * Runs a day that was: its posts, with people who are made up.
   *
   * @param scenario how many people, which shifts and how many ill; the rest is the posts'
   * @throws IllegalArgumentException if there are no posts, or they span more than the scenario
   */
  public static SimulationResult replay(
      Scenario scenario, List<ReplayedPost> posts, Routing routing, long seed) {
    return new Simulation(Replay.day(scenario, posts, seed), routing).run(routing);
  }

  /** How many follow the last of the tenth of customers whom fewest follow. */
  private static long quietest(Day day) {
    long[] followers =
        day.cases().stream()
            .map(SimulatedCase::followers)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    return followers.length == 0 ? 0 : followers[followers.length / 10];
  }

  private SimulationResult run(Routing routing) {
    for (SimulatedCase one : day.cases()) {
      cases.add(new Progress(one));
      plan(one.atMillis(), What.CASE, -1, one.number(), 0);
    }
    for (SimulatedAgent agent : day.agents()) {
      hands.add(new ArrayDeque<>());
      for (Stretch stretch : agent.stretches()) {
        plan(stretch.fromMillis(), What.THERE, agent.number(), -1, 0);
        What leaves = stretch.endsShift() ? What.HOME : What.AWAY;
        plan(stretch.toMillis(), leaves, agent.number(), -1, 0);
      }
    }
    Event next = events.poll();
    while (next != null && next.at() < end) {
      while (dispatcher.nextDue() <= next.at()) {
        now = Math.max(now, dispatcher.nextDue());
        dispatcher.tick(now);
      }
      Event earlier = events.peek();
      if (earlier != null && earlier.compareTo(next) < 0) {
        events.add(next);
        next = events.remove();
      }
      now = next.at();
      happens(next);
      next = events.poll();
    }
    return finish(routing);
  }

  private void plan(long at, What what, int agent, int number, int attempt) {
    events.add(new Event(at, order++, what, agent, number, attempt));
  }

  private void happens(Event event) {
    switch (event.what()) {
      case CASE -> asks(cases.get(event.number()));
      case THERE -> isThere(event.agent());
      case AWAY -> isAway(event.agent(), false);
      case HOME -> isAway(event.agent(), true);
      case LOOKS -> looks(event);
      case ENDS -> ends(event.agent());
      case DUE -> due(cases.get(event.number()));
    }
  }

  private void asks(Progress progress) {
    progress.open = true;
    progress.since = now;
    measures.asked(now);
    Arrays.fill(progress.stepMillis, 0);
    progress.stepSince = now;
    flows.asks(progress, now);
    planLook(progress);
    dispatcher.waits(progress.one, now, progress.answeredBy, -1, now);
  }

  private void due(Progress progress) {
    if (flows.lookAt(progress) == now) {
      flows.looks(progress, now);
      planLook(progress);
    }
  }

  /** At most two for each ask: the breach is foreseen, and it is one. */
  private void planLook(Progress progress) {
    long at = flows.lookAt(progress);
    if (at > now && at < end) {
      plan(at, What.DUE, -1, progress.one.number(), 0);
    }
  }

  private void isThere(int agent) {
    there[agent] = true;
    dispatcher.isThere(day.agents().get(agent), now);
    begin(agent);
  }

  private void isAway(int agent, boolean home) {
    there[agent] = false;
    dispatcher.isAway(day.agents().get(agent), home, now);
    if (home) {
      ArrayDeque<Progress> left = hands.get(agent);
      while (!left.isEmpty()) {
        giveBack(left.removeFirst(), agent);
      }
    }
  }

  private void giveBack(Progress progress, int agent) {
    progress.before = agent;
    progress.holder = -1;
    progress.rests = false;
    flows.givenBack(progress, agent, now);
    dispatcher.waits(progress.one, progress.since, progress.answeredBy, agent, now);
  }

  @Override
  public void offered(int number, int agent) {
    Progress progress = cases.get(number);
    progress.offers++;
    flows.offered(progress, agent, now);
    double chance = Chance.of(day.seed(), number, agent, progress.offers);
    long looks = LOOK_MILLIS + (long) (LOOK_SPREAD_MILLIS * chance);
    plan(now + looks, What.LOOKS, agent, number, progress.offers);
  }

  private void looks(Event event) {
    double chance = Chance.of(~day.seed(), event.number(), event.agent(), event.attempt());
    if (chance >= OVERLOOK) {
      boolean accepts = chance >= OVERLOOK + DECLINE;
      dispatcher.answer(event.number(), event.agent(), accepts, now);
    }
  }

  @Override
  public void assigned(int number, int agent) {
    Progress progress = cases.get(number);
    if (progress.before >= 0 && progress.before != agent) {
      measures.handedOff();
    }
    progress.before = agent;
    progress.holder = agent;
    flows.claimed(progress, agent, now);
    hands.get(agent).add(progress);
    begin(agent);
    if (workingOn[agent] != progress) {
      progress.rests = true;
      flows.rests(progress, agent, now);
    }
  }

  private void begin(int agent) {
    Progress next = hands.get(agent).peek();
    if (next == null || !there[agent] || workingOn[agent] != null) {
      return;
    }
    hands.get(agent).remove();
    workingOn[agent] = next;
    if (next.rests) {
      next.rests = false;
      flows.goesOn(next, agent, now);
    }
    long needed = work(next, day.agents().get(agent));
    long takes = givesUp(next, agent) ? (long) (needed * GIVE_UP_AFTER) : needed;
    worked += takes;
    plan(now + takes, What.ENDS, agent, next.one.number(), 0);
  }

  private static long work(Progress progress, SimulatedAgent agent) {
    double skill = agent.knows(progress.one) ? 1 : UNSKILLED_TAKE;
    double known =
        progress.again > 0 && progress.answeredBy == agent.number() ? FOLLOW_UP_TAKES : 1;
    return Math.max(1, (long) (progress.one.workMillis() * skill * known * agent.slowness()));
  }

  private boolean givesUp(Progress progress, int agent) {
    SimulatedAgent who = day.agents().get(agent);
    return !who.knows(progress.one)
        && progress.answeredBy != agent
        && Chance.of(day.seed(), ~progress.one.number(), agent, progress.again) < GIVE_UP;
  }

  private void ends(int agent) {
    Progress progress = workingOn[agent];
    if (progress == null) {
      throw new IllegalStateException("agent " + agent + " ends what they never began");
    }
    workingOn[agent] = null;
    if (givesUp(progress, agent)) {
      giveBack(progress, agent);
    } else {
      answered(progress, agent);
    }
    begin(agent);
  }

  private void answered(Progress progress, int agent) {
    flows.answered(progress, agent, now);
    measures.answered(progress, now);
    progress.open = false;
    progress.holder = -1;
    progress.answeredBy = agent;
    dispatcher.answered(progress.one, agent, now);
    if (progress.again < progress.one.followUps()) {
      progress.again++;
      plan(now + progress.one.gapMillis(), What.CASE, -1, progress.one.number(), 0);
    }
  }

  private SimulationResult finish(Routing routing) {
    for (Progress progress : cases) {
      if (progress.open) {
        measures.unanswered(progress, end);
      }
    }
    long desk = 0;
    for (SimulatedAgent agent : day.agents()) {
      for (Stretch stretch : agent.stretches()) {
        desk += Math.max(0, Math.min(end, stretch.toMillis()) - stretch.fromMillis());
      }
    }
    String remarks = dispatcher.remarks();
    return measures.result(
        day,
        routing,
        worked / (double) Math.max(1, desk),
        flows.deadlines,
        remarks == null ? "" : remarks);
  }
}
