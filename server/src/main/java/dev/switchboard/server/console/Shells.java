package dev.switchboard.server.console;

import dev.switchboard.server.console.live.LiveCounts;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.Shell;
import dev.switchboard.server.console.view.staff.PresenceSwitch;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.notices.Notices;
import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.reads.CaseReads;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/** Builds what every page has around it. */
final class Shells {
  private final CaseReads reads;
  private final Staff staff;
  private final EventTail tail;
  private final LiveCounts counts;
  private final Notices notices;
  private final Assets assets;

  Shells(
      CaseReads reads,
      Staff staff,
      EventTail tail,
      LiveCounts counts,
      Notices notices,
      Assets assets) {
    this.reads = reads;
    this.staff = staff;
    this.tail = tail;
    this.counts = counts;
    this.notices = notices;
    this.assets = assets;
  }

  /** The number of the last event; what is read after this call contains it. */
  long seq() throws InterruptedException {
    return tail.settled();
  }

  Shell shell(String title, Agent agent, Scope scope, long seq, HttpServletRequest request)
      throws InterruptedException {
    LiveCounts.Counted counted = counts.counts(scope.brand(), seq);
    return new Shell(
        title,
        agent,
        scope,
        counted.counts(),
        counted.triage(),
        counted.incidents(),
        counted.heldBy(agent.name()),
        notices.unread(agent.name()),
        reads.brands(),
        assets.folder(),
        csrf(request),
        seq,
        standing(),
        presence(agent).orElse(null));
  }

  /** The switch of whoever is in the directory. */
  Optional<PresenceSwitch> presence(Agent agent) {
    return staff.findPresence(agent.name()).map(PresenceSwitch::new);
  }

  private static Shell.Standing standing() {
    Caller caller = Callers.current();
    return caller instanceof Caller.Person person
        ? new Shell.Standing(true, person.role().label(), person.permissions())
        : new Shell.Standing(false, "", caller.permissions());
  }

  String assets() {
    return assets.folder();
  }

  /** The token that forms carry; asking for it sets its cookie. */
  static String csrf(HttpServletRequest request) {
    Object token = request.getAttribute(CsrfToken.class.getName());
    return token instanceof CsrfToken csrf ? csrf.getToken() : "";
  }
}
