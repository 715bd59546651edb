package dev.switchboard.engine.routing.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What peers do: each brand's posts in a language are an inbox with members; a case goes at once to
 * one of them who is there and has room, and otherwise waits its turn, first come, first served.
 * What a customer writes again goes to who answered last, if they are there and have room, which is
 * more than most peers do. Nobody is asked. Who can't do it hands it to somebody of the inbox who
 * knows it and has room, if there is one; otherwise it is in the inbox again, at its old place.
 */
final class Inboxes implements Dispatcher {
  /** An inbox. */
  private static final class Inbox {
    final List<SimulatedAgent> members = new ArrayList<>();
    final TreeSet<Waiting> queue = new TreeSet<>();
    int next;
  }

  private record Waiting(SimulatedCase one, long since, int letGoBy)
      implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      int bySince = Long.compare(since, other.since);
      return bySince != 0 ? bySince : Integer.compare(one.number(), other.one.number());
    }
  }

  private final boolean inTurn;
  private final boolean bySkill;
  private final List<SimulatedAgent> agents;
  private final Floor floor;
  private final Map<String, Inbox> inboxes = new HashMap<>();
  private final List<List<Inbox>> inboxesOf = new ArrayList<>();
  private final boolean[] there;
  private final int[] held;

  Inboxes(boolean inTurn, boolean bySkill, List<SimulatedAgent> agents, Floor floor) {
    this.inTurn = inTurn;
    this.bySkill = bySkill;
    this.agents = agents;
    this.floor = floor;
    there = new boolean[agents.size()];
    held = new int[agents.size()];
    agents.forEach(_ -> inboxesOf.add(new ArrayList<>()));
  }

  private Inbox inbox(SimulatedCase one) {
    String key = one.brand() + "/" + one.language();
    return inboxes.computeIfAbsent(
        bySkill ? key + "/" + one.topic() + "/" + one.level() : key, _ -> open(one));
  }

  private Inbox open(SimulatedCase one) {
    Inbox inbox = new Inbox();
    for (SimulatedAgent agent : agents) {
      if (isMember(agent, one) && (!bySkill || agent.knows(one))) {
        inbox.members.add(agent);
      }
    }
    if (inbox.members.isEmpty()) {
      agents.stream().filter(agent -> isMember(agent, one)).forEach(inbox.members::add);
    }
    if (inbox.members.isEmpty()) {
      agents.stream().filter(agent -> agent.isOf(one.brand())).forEach(inbox.members::add);
    }
    inbox.members.forEach(agent -> inboxesOf.get(agent.number()).add(inbox));
    return inbox;
  }

  private static boolean isMember(SimulatedAgent agent, SimulatedCase one) {
    return agent.isOf(one.brand())
        && agent.languages().contains(one.language())
        && !agent.stretches().isEmpty();
  }

  @Override
  public void isThere(SimulatedAgent agent, long now) {
    there[agent.number()] = true;
    fill(agent);
  }

  @Override
  public void isAway(SimulatedAgent agent, boolean home, long now) {
    there[agent.number()] = false;
  }

  @Override
  public void waits(SimulatedCase one, long since, int previous, int letGoBy, long now) {
    if (letGoBy >= 0) {
      held[letGoBy]--;
    }
    if (previous >= 0 && hasRoom(agents.get(previous))) {
      give(one, agents.get(previous));
    } else {
      Inbox inbox = inbox(one);
      SimulatedAgent next = letGoBy < 0 ? null : choose(inbox, letGoBy, one);
      next = next == null ? choose(inbox, letGoBy, null) : next;
      if (next == null) {
        inbox.queue.add(new Waiting(one, since, letGoBy));
      } else {
        give(one, next);
      }
    }
    if (letGoBy >= 0) {
      fill(agents.get(letGoBy));
    }
  }

  /**
   * The next one.
   *
   * @param known only among those who know this one; null: among all
   */
  private @Nullable SimulatedAgent choose(Inbox inbox, int letGoBy, @Nullable SimulatedCase known) {
    SimulatedAgent best = null;
    int size = inbox.members.size();
    for (int i = 0; i < size; i++) {
      SimulatedAgent agent = inbox.members.get(inTurn ? (inbox.next + i) % size : i);
      if (!hasRoom(agent) || agent.number() == letGoBy || known != null && !agent.knows(known)) {
        continue;
      }
      if (inTurn) {
        inbox.next = (inbox.next + i + 1) % size;
        return agent;
      }
      if (best == null || held[agent.number()] < held[best.number()]) {
        best = agent;
      }
    }
    return best;
  }

  private boolean hasRoom(SimulatedAgent agent) {
    return there[agent.number()] && held[agent.number()] < SimulatedAgent.CAPACITY;
  }

  private void give(SimulatedCase one, SimulatedAgent agent) {
    held[agent.number()]++;
    floor.assigned(one.number(), agent.number());
  }

  @Override
  public void answered(SimulatedCase one, int agent, long now) {
    held[agent]--;
    fill(agents.get(agent));
  }

  private void fill(SimulatedAgent agent) {
    while (hasRoom(agent)) {
      Inbox oldest = null;
      Waiting first = null;
      for (Inbox inbox : inboxesOf.get(agent.number())) {
        Waiting head = findFirst(inbox, agent);
        if (head != null && (first == null || head.compareTo(first) < 0)) {
          oldest = inbox;
          first = head;
        }
      }
      if (oldest == null || first == null) {
        return;
      }
      oldest.queue.remove(first);
      give(first.one(), agent);
    }
  }

  private static @Nullable Waiting findFirst(Inbox inbox, SimulatedAgent agent) {
    for (Waiting waiting : inbox.queue) {
      if (waiting.letGoBy() != agent.number()) {
        return waiting;
      }
    }
    return null;
  }

  @Override
  public void answer(int number, int agent, boolean accepts, long now) {
    throw new IllegalStateException("nobody is asked");
  }

  @Override
  public long nextDue() {
    return NEVER;
  }

  @Override
  public void tick(long now) {}

  @Override
  public @Nullable String remarks() {
    return null;
  }
}
