package dev.switchboard.server.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What triage promises for the brands that are shown, by name. */
public record PromisePanel(Scope scope, TriageTab tab, List<PromiseCard> promises) {

  /** The one brand's, if only one is shown. */
  public @Nullable PromiseCard only() {
    return promises.size() == 1 ? promises.getFirst() : null;
  }

  /** The same list of one brand. */
  public String of(PromiseCard promise) {
    return new Scope(scope.tab(), promise.brand(), null).address(tab.path());
  }
}
