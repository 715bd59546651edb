package dev.switchboard.server.console.view;

import dev.switchboard.store.reads.CaseQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Which cases the list shows.
 *
 * @param brand or null for all
 * @param search words to look for, not blank, or null
 */
public record Scope(Tab tab, @Nullable String brand, @Nullable String search) {
  public static final int PAGE_CASES = 40;
  private static final int MAX_SEARCH_CHARS = 200;

  /** Reads what stands in an address: what is blank or unknown counts as not said. */
  public static Scope of(@Nullable String state, @Nullable String brand, @Nullable String search) {
    return new Scope(Tab.ofWord(state), said(brand), said(search));
  }

  private static @Nullable String said(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String stripped = value.strip();
    return stripped.length() > MAX_SEARCH_CHARS
        ? stripped.substring(0, MAX_SEARCH_CHARS)
        : stripped;
  }

  public CaseQuery query(Agent agent, @Nullable String cursor) {
    boolean mine = tab == Tab.MINE;
    return new CaseQuery(
        mine ? null : tab.word(),
        brand,
        mine ? agent.name() : null,
        null,
        search,
        tab.order(),
        cursor,
        PAGE_CASES);
  }

  /** The list of another tab, for the same brand. */
  public Scope on(Tab other) {
    return new Scope(other, brand, null);
  }

  /** As it stands in an address, without the question mark; empty for the default. */
  public String parameters() {
    StringBuilder text = new StringBuilder();
    if (tab != Tab.WAITING) {
      add(text, "state", tab.word());
    }
    add(text, "brand", brand);
    add(text, "q", search);
    return text.toString();
  }

  public String inbox() {
    return address("/");
  }

  public String ofCase(long id) {
    return address("/cases/" + id);
  }

  public String address(String path) {
    String parameters = parameters();
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : "&").append(name).append('=');
      text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
