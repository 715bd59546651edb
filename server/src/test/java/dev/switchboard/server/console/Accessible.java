package dev.switchboard.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Whether people with other eyes, hands and tools can use a page, as far as axe can tell. */
final class Accessible {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

  /** Half a megabyte: a page that has it already is not given it again. */
  private static final String AXE = axe();

  private Accessible() {}

  static void check(Page page) {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      give(page);
    }
    Object serious =
        page.evaluate(
            """
            async (tags) => {
              // What fades in has the contrast of the page behind it.
              await Promise.allSettled(document.getAnimations()
                .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
                .map((one) => one.finished));
              const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
              return found.violations
                .filter((rule) => ["serious", "critical"].includes(rule.impact))
                .map((rule) => [rule.id, ...rule.nodes.map((node) =>
                  [node.target, node.html, node.failureSummary].join(" "))].join("\\n  "));
            }""",
            TAGS);
    assertThat((List<?>) serious).as(page.url()).isEmpty();
  }

  /** As its console would: what a browser has compiled once it knows again. */
  private static void give(Page page) {
    JsonObject script = new JsonObject();
    script.addProperty("expression", AXE);
    CDPSession console = page.context().newCDPSession(page);
    console.send("Runtime.evaluate", script);
    console.detach();
  }

  private static String axe() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
