package dev.switchboard.engine.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may take a case where it stands, for those who look for somebody to take it. Of cases that
 * stand in the same step there are few different ones, so that many cases can be looked at as one.
 *
 * @param step in which the case is; empty in {@link #EVERYBODY}
 * @param here whom the flow lets act in that step
 * @param then whom it lets act in the step to which a claim leads
 * @param called to whom the step has been escalated: they may take it all the same
 */
public record MayTake(String step, Who here, Who then, List<Who> called) {
  /** Of flows, and steps, that ask for nobody in particular. */
  public static final MayTake EVERYBODY = new MayTake("", Who.EVERYBODY, Who.EVERYBODY, List.of());

  public MayTake {
    called = List.copyOf(called);
  }

  /** Cheap, since hardly two steps have the same name, and the same on every machine. */
  @Override
  public int hashCode() {
    return 31 * step.hashCode() + called.size();
  }

  public boolean asksNobody() {
    return here.groups().isEmpty() && then.groups().isEmpty();
  }

  /** Whether somebody may take it; {@link WhoMay#refusal} says why not. */
  public boolean has(Actor actor) {
    return asksNobody() || isCalled(actor) || lets(here, actor) && lets(then, actor);
  }

  private static boolean lets(Who who, Actor actor) {
    return who.groups().isEmpty() || who.has(actor);
  }

  private boolean isCalled(Actor actor) {
    return called.stream().anyMatch(who -> who.has(actor));
  }

  /** For whom the step asks, such as {@code agents of Social}; empty if for nobody. */
  public Optional<String> who() {
    if (asksNobody()) {
      return Optional.empty();
    }
    String asked = here.groups().isEmpty() ? then.words() : here.words();
    boolean both = !here.groups().isEmpty() && !then.groups().isEmpty() && !here.equals(then);
    String more =
        called.isEmpty()
            ? ""
            : called.stream()
                .map(Who::words)
                .collect(Collectors.joining(", ", ", and for ", ", who were called"));
    return Optional.of(
        asked + (both ? ", and the work that follows for " + then.words() : "") + more);
  }

  /** The same as a sentence, such as {@code The step "queue" asks for agents of Social.} */
  public Optional<String> sentence() {
    return who().map(asked -> "The step \"%s\" asks for %s.".formatted(step, asked));
  }
}
