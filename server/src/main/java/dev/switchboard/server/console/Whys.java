package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.CaseView;
import dev.switchboard.server.console.view.CaseWhy;
import dev.switchboard.server.triage.Promises;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.PostRow;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads why a case is one. */
final class Whys {
  private final Promises promises;
  private final Function<String, List<String>> intents;

  /**
   * @param intents what people of a brand said that posts are about, the most used first
   */
  Whys(Promises promises, Function<String, List<String>> intents) {
    this.promises = promises;
    this.intents = intents;
  }

  /** The reasons for the post that triage was surest about, or null if it was never asked. */
  @Nullable CaseWhy of(CaseDetail detail, Agent agent) {
    PostRow decided = CaseView.decided(detail.posts());
    return decided == null
        ? null
        : promises
            .judge(decided.id())
            .map(
                found ->
                    CaseWhy.of(found, Intents.with(intents.apply(detail.row().brand())), agent))
            .orElse(null);
  }
}
