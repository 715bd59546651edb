package dev.switchboard.server.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.store.log.LoggedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangesTest {
  private static LoggedEvent event(
      String type, @Nullable Long caseId, @Nullable Long postId, String data) {
    return new LoggedEvent(
        1, Instant.EPOCH, "Aurora Air", type, caseId, postId, null, null, data, 1);
  }

  private static LoggedEvent event(String type, long caseId) {
    return event(type, caseId, null, "{}");
  }

  @Test
  void theLastEventThatSaysSomethingAboutTheStateCounts() {
    Changes changes =
        Changes.of(
            List.of(
                event("case.opened", 1L, null, "{\"history\": false}"),
                event("case.claimed", 1),
                event("case.noteAdded", 1),
                event("case.opened", 2)));
    assertThat(changes.cases()).containsExactly(Map.entry(1L, "claimed"), Map.entry(2L, "waiting"));
  }

  @Test
  void whatPausesIsOnTheListOfThoseWhoWaitForTheSame() {
    Changes changes =
        Changes.of(
            List.of(
                event("case.paused", 1L, null, "{\"waitingOn\": \"customer\"}"),
                event("case.paused", 2L, null, "{\"waitingOn\":\"company\"}"),
                event("case.paused", 3L, null, "{\"waitingOn\":\"company\"}"),
                event("case.resumed", 3)));
    assertThat(changes.cases())
        .containsOnly(
            Map.entry(1L, "paused.customer"),
            Map.entry(2L, "paused.company"),
            Map.entry(3L, "resumed"));
  }

  @Test
  void historyIsNoNews() {
    Changes changes = Changes.of(List.of(event("case.opened", 1L, null, "{\"history\": true}")));
    assertThat(changes.cases()).containsExactly(Map.entry(1L, ""));
  }

  @Test
  void eachBrandHasItsOwn() {
    Map<String, Changes> changes = Changes.byBrand(List.of(event("case.opened", 1)));
    assertThat(changes).containsOnlyKeys("Aurora Air");
    assertThat(changes.getOrDefault("Aurora Air", Changes.NONE).cases()).containsOnlyKeys(1L);
  }

  @Test
  void whatAuthorsChangeNamesThePost() {
    Changes changes =
        Changes.of(
            List.of(event("post.edited", null, 7L, "{}"), event("post.deleted", null, 8L, "{}")));
    assertThat(changes.posts()).containsExactly(7L, 8L);
    assertThat(changes.isEmpty()).isFalse();
  }

  @Test
  void whatPeopleSayNamesThePostAndWhatCameIsCountedOnACaseOrNot() {
    Changes changes =
        Changes.of(
            List.of(
                event("post.received", null, 7L, "{}"),
                event("post.received", 3L, 8L, "{}"),
                event("post.setAside", 3L, 8L, "{}"),
                event("triage.modelPublished", null, null, "{}")));
    assertThat(changes.received()).isEqualTo(2);
    assertThat(changes.posts()).containsExactly(8L);
    assertThat(changes.learned()).isTrue();
  }
}
