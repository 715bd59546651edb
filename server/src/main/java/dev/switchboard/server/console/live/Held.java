package dev.switchboard.server.console.live;

import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.CaseRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases that one person holds, read again only when an event may have changed them. */
final class Held {
  private static final int MAX_CASES = CaseQuery.MAX_LIMIT;
  private static final String TRANSFERRED = "case.transferred";

  private final CaseReads reads;
  private final String agent;
  private final @Nullable String brand;
  private Set<Long> cases;

  Held(CaseReads reads, String agent, @Nullable String brand) {
    this.reads = reads;
    this.agent = agent;
    this.brand = brand;
    this.cases = read();
  }

  /** How many they are, at most {@value #MAX_CASES}. */
  int count() {
    return cases.size();
  }

  void apply(List<LoggedEvent> events) {
    if (events.stream().anyMatch(this::concerns)) {
      cases = read();
    }
  }

  private boolean concerns(LoggedEvent event) {
    return agent.equals(event.actor())
        || event.type().equals(TRANSFERRED)
        || event.caseId() != null && cases.contains(event.caseId());
  }

  private Set<Long> read() {
    var query =
        new CaseQuery(null, brand, agent, null, null, CaseQuery.Order.OLDEST, null, MAX_CASES);
    return reads.cases(query).items().stream().map(CaseRow::id).collect(Collectors.toSet());
  }
}
