package dev.switchboard.server.console.view;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.store.reads.CaseQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Which cases the list shows.
 *
 * @param brand or null for all
 * @param search words to look for, not blank, or null
 * @param waitingOn for whom the cases that are listed are paused; null for either, as on all lists
 *     but that of paused cases
 */
public record Scope(
    Tab tab, @Nullable String brand, @Nullable String search, @Nullable WaitingOn waitingOn) {
  public static final int PAGE_CASES = 40;
  private static final int MAX_SEARCH_CHARS = 200;

  public Scope(Tab tab, @Nullable String brand, @Nullable String search) {
    this(tab, brand, search, null);
  }

  /** Reads what stands in an address: what is blank or unknown counts as not said. */
  public static Scope of(
      @Nullable String state,
      @Nullable String brand,
      @Nullable String search,
      @Nullable String waitingOn) {
    Tab tab = Tab.ofWord(state);
    WaitingOn on =
        tab == Tab.PAUSED && waitingOn != null ? WaitingOn.find(waitingOn).orElse(null) : null;
    return new Scope(tab, said(brand), said(search), on);
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
        PAGE_CASES,
        null,
        null,
        waitingOn);
  }

  /** The list of another tab, for the same brand. */
  public Scope on(Tab other) {
    return new Scope(other, brand, null);
  }

  /** Those of the same list that are paused for these; null for either. */
  public Scope waitingOn(@Nullable WaitingOn on) {
    return new Scope(tab, brand, search, on);
  }

  /** As it stands in an address, without the question mark; empty for the default. */
  public String parameters() {
    StringBuilder text = new StringBuilder();
    if (tab != Tab.WAITING) {
      add(text, "state", tab.word());
    }
    add(text, "brand", brand);
    add(text, "q", search);
    add(text, "waitingOn", waitingOn == null ? null : waitingOn.word());
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
