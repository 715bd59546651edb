package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.routing.Needs;
import dev.switchboard.engine.routing.Router;
import dev.switchboard.engine.routing.RoutingDecision;
import dev.switchboard.engine.routing.RoutingInput;
import dev.switchboard.engine.routing.RoutingPolicy;
import dev.switchboard.engine.routing.WaitingCase;
import dev.switchboard.engine.routing.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Switchboard's own router, on the day. */
final class RouterDispatcher implements Dispatcher {
  private static final Instant MIDNIGHT = CaseFlows.MIDNIGHT;

  private final Router router;
  private final List<SimulatedAgent> agents;
  private final Floor floor;
  private final Mix mix;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** When the customer of a case was answered last; one entry for each case of the day. */
  private final Map<Integer, Instant> answeredAt = new HashMap<>();

  private long offers;
  private long expired;
  private long relaxed;
  private long unroutable;

  RouterDispatcher(RoutingPolicy policy, Day day, Floor floor) {
    router = new Router(policy, CaseWeights.DEFAULT);
    this.agents = day.agents();
    this.mix = day.mix();
    this.floor = floor;
    agents.forEach(agent -> numbers.put(agent.name(), agent.number()));
    for (SimulatedAgent agent : agents) {
      take(new RoutingInput.AgentIs(worker(agent, Presence.OFF)), 0);
    }
  }

  private static Worker worker(SimulatedAgent agent, Presence presence) {
    return new Worker(
        agent.name(),
        presence,
        SimulatedAgent.CAPACITY,
        agent.brands(),
        agent.languages(),
        agent.levels().entrySet().stream()
            .map(entry -> new Skill(entry.getKey(), entry.getValue()))
            .toList(),
        false,
        Set.of());
  }

  @Override
  public void isThere(SimulatedAgent agent, long now) {
    take(new RoutingInput.AgentIs(worker(agent, Presence.WORKING)), now);
  }

  @Override
  public void isAway(SimulatedAgent agent, boolean home, long now) {
    Presence presence = home ? Presence.OFF : Presence.AWAY;
    take(new RoutingInput.AgentIs(worker(agent, presence)), now);
  }

  @Override
  public void waits(SimulatedCase one, long since, int previous, int letGoBy, long now) {
    Instant from = MIDNIGHT.plusMillis(since);
    Needs needs =
        new Needs(
            one.brand(),
            new CaseWeights.Kind(one.network(), one.direct()),
            one.topic(),
            one.language(),
            List.of(new Skill(one.topic(), one.level())));
    WaitingCase waiting =
        new WaitingCase(
            one.number(),
            needs,
            from,
            from.plusMillis(one.allowedMillis()),
            Duration.ofMillis((long) (mix.workMinutes(one.topic()) * Day.MINUTE)),
            previous < 0
                ? null
                : new WaitingCase.Previous(
                    agents.get(previous).name(), answeredAt.getOrDefault(one.number(), from)));
    String by = letGoBy < 0 ? null : agents.get(letGoBy).name();
    take(new RoutingInput.CaseWaits(waiting, by), now);
  }

  @Override
  public void answered(SimulatedCase one, int agent, long now) {
    answeredAt.put(one.number(), MIDNIGHT.plusMillis(now));
    take(new RoutingInput.CaseGone(one.number()), now);
  }

  @Override
  public void answer(int number, int agent, boolean accepts, long now) {
    String name = agents.get(agent).name();
    take(
        accepts
            ? new RoutingInput.OfferAccepted(number, name)
            : new RoutingInput.OfferDeclined(number, name),
        now);
  }

  @Override
  public long nextDue() {
    return router.findNextDue().map(at -> Duration.between(MIDNIGHT, at).toMillis()).orElse(NEVER);
  }

  @Override
  public void tick(long now) {
    take(new RoutingInput.Tick(), now);
  }

  private void take(RoutingInput input, long now) {
    router.take(input, MIDNIGHT.plusMillis(now)).forEach(this::carryOut);
  }

  private void carryOut(RoutingDecision decision) {
    switch (decision) {
      case RoutingDecision.Offered(var id, var agent, _, _) -> {
        offers++;
        floor.offered((int) id, numbers.getOrDefault(agent, -1));
      }
      case RoutingDecision.Assigned(var id, var agent) ->
          floor.assigned((int) id, numbers.getOrDefault(agent, -1));
      case RoutingDecision.OfferExpired _ -> expired++;
      case RoutingDecision.Relaxed _ -> relaxed++;
      case RoutingDecision.Unroutable _ -> unroutable++;
      case RoutingDecision.NotLooking _,
          RoutingDecision.OfferWithdrawn _,
          RoutingDecision.AcceptRefused _,
          RoutingDecision.Cleared _ -> {}
    }
  }

  @Override
  public @Nullable String remarks() {
    return String.format(
        Locale.ROOT,
        "offers %,d, expired %,d; needs relaxed %,d times; unroutable %,d times",
        offers,
        expired,
        relaxed,
        unroutable);
  }
}
