package dev.switchboard.server.api;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.web.Callers;
import dev.switchboard.server.web.NotYou;
import org.jspecify.annotations.Nullable;

/** In whose name a call acts: one's own, unless one may act for anyone and says for whom. */
final class Acting {
  private Acting() {}

  /**
   * The name to act in.
   *
   * @param agent as the body says; null if it says none
   */
  static String as(@Nullable String agent) {
    Caller caller = Callers.current();
    String own = caller.name();
    if (own == null || agent != null && caller.may(Permission.ACT_FOR_ANYONE)) {
      return Needed.text("agent", agent);
    }
    if (agent != null && !agent.equals(own)) {
      throw new NotYou(
          "You are %s and can't act as %s; leave \"agent\" out.".formatted(own, agent));
    }
    return own;
  }

  /**
   * Whose own things these are: the caller's, who may not name anybody else, whatever their role.
   * Only who has no name of their own says one.
   *
   * @param agent as the call says; null if it says none
   */
  static String oneself(@Nullable String agent) {
    String own = Callers.current().name();
    if (own == null) {
      return Needed.text("agent", agent);
    }
    if (agent != null && !agent.equals(own)) {
      throw new NotYou("This is %s's own; you are %s. Leave \"agent\" out.".formatted(agent, own));
    }
    return own;
  }

  /** Whether the caller has a name of their own to act in. */
  static boolean hasName() {
    return Callers.current().name() != null;
  }
}
