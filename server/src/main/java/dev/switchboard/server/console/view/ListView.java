package dev.switchboard.server.console.view;

import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of cases, or a part of it.
 *
 * @param next where the next part begins, or null
 * @param seq the number of the last event before it was read
 */
public record ListView(Scope scope, List<RowView> rows, @Nullable String next, long seq) {

  public static ListView of(Page<CaseRow> page, Scope scope, Agent agent, long seq) {
    return new ListView(
        scope,
        page.items().stream().map(row -> RowView.of(row, scope, agent)).toList(),
        page.next(),
        seq);
  }
}
