package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.PromiseCard;
import dev.switchboard.server.console.view.PromisePanel;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.TriageCard;
import dev.switchboard.server.console.view.TriageList;
import dev.switchboard.server.console.view.TriageTab;
import dev.switchboard.server.triage.Promises;
import dev.switchboard.store.reads.Page;
import dev.switchboard.store.triage.TriagePostRow;
import dev.switchboard.store.triage.TriageQuery;
import dev.switchboard.store.triage.TriageReads;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what triage's pages show. Each post is judged anew, so that what was learned shows. */
final class TriageCards {
  private static final int PAGE_CARDS = 25;

  private final TriageReads reads;
  private final Promises promises;

  TriageCards(TriageReads reads, Promises promises) {
    this.reads = reads;
    this.promises = promises;
  }

  TriageList list(TriageTab tab, Scope scope, Agent agent, @Nullable String cursor) {
    Page<TriagePostRow> page = page(tab, scope, cursor);
    List<Long> ids = page.items().stream().map(TriagePostRow::id).toList();
    return new TriageList(tab, scope, cards(ids, tab, scope, agent), page.next());
  }

  /** The posts at the list's beginning. */
  List<Long> ids(TriageTab tab, Scope scope) {
    return page(tab, scope, null).items().stream().map(TriagePostRow::id).toList();
  }

  private Page<TriagePostRow> page(TriageTab tab, Scope scope, @Nullable String cursor) {
    return reads.posts(new TriageQuery(tab.view(), scope.brand(), cursor, PAGE_CARDS));
  }

  /** The cards of these posts, in this order; those that don't exist are left out. */
  List<TriageCard> cards(Collection<Long> ids, TriageTab tab, Scope scope, Agent agent) {
    return ids.stream().flatMap(id -> card(id, tab, scope, agent, null).stream()).toList();
  }

  Optional<TriageCard> card(
      long id, TriageTab tab, Scope scope, Agent agent, @Nullable String notice) {
    return promises.judge(id).map(found -> TriageCard.of(found, tab, scope, agent, notice));
  }

  PromisePanel panel(TriageTab tab, Scope scope) {
    return new PromisePanel(
        scope, tab, promises.promises(scope.brand()).stream().map(PromiseCard::new).toList());
  }
}
