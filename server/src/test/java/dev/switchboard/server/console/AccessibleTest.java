package dev.switchboard.server.console;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

final class AccessibleTest {
  @Test
  void aPageThatSomePeopleCannotUseIsFound() {
    try (Page page = Chromium.browser().newPage()) {
      page.setContent(
          """
          <!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
          <p>All is well.</p></main></html>
          """);
      Accessible.check(page);
      page.setContent(
          """
          <!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
          <p style="color: #ddd; background: #fff">Who can read this?</p><input></main></html>
          """);
      assertThatThrownBy(() -> Accessible.check(page))
          .hasMessageContaining("color-contrast")
          .hasMessageContaining("label");
    }
  }
}
