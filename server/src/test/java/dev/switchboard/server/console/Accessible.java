package dev.switchboard.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** Whether people with other eyes, hands and tools can use a page, as far as axe can tell. */
final class Accessible {
  private static final Set<String> SERIOUS = Set.of("serious", "critical");
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

  private Accessible() {}

  static void check(Page page) {
    AxeRunOptions violations = new AxeRunOptions();
    violations.setResultTypes(List.of("violations"));
    // Its other mode opens a page of its own for frames of strangers, of which there are none here,
    // and takes three times as long.
    AxeBuilder axe = new AxeBuilder(page).options(violations).setLegacyMode(true);
    List<Rule> serious =
        axe.withTags(TAGS).analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .toList();
    assertThat(serious)
        .as(page.url())
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
  }
}
