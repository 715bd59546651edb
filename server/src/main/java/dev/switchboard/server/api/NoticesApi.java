package dev.switchboard.server.api;

import dev.switchboard.server.notices.Notices;
import dev.switchboard.store.notices.Notice;
import dev.switchboard.store.notices.NoticeStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What concerns oneself; nobody reads another's. */
@RestController
public final class NoticesApi {
  private final Notices notices;

  public NoticesApi(Notices notices) {
    this.notices = notices;
  }

  record Item(
      long id,
      String kind,
      @Nullable Long caseId,
      @Nullable String actor,
      @Nullable String words,
      Instant at,
      @Nullable Instant readAt) {}

  record Listed(List<Item> items, @Nullable String next, int unread) {}

  record ReadBody(@Nullable String agent, @Nullable Long id, @Nullable Long through) {}

  record Read(int unread) {}

  @GetMapping("/api/v1/notifications")
  public Listed notices(@RequestParam(required = false) @Nullable String agent) {
    NoticeStore.Told told = notices.told(Acting.oneself(agent));
    return new Listed(told.latest().stream().map(NoticesApi::item).toList(), null, told.unread());
  }

  @PostMapping("/api/v1/notifications/read")
  public Read read(@RequestBody ReadBody body) {
    String person = Acting.oneself(body.agent());
    if (body.id() != null) {
      notices.read(person, body.id());
    } else if (body.through() != null) {
      notices.readThrough(person, body.through());
    } else {
      throw new IllegalArgumentException(
          "give the id of one that was read, or through: the last of those that were");
    }
    return new Read(notices.unread(person));
  }

  private static Item item(Notice notice) {
    return new Item(
        notice.id(),
        notice.kind().word(),
        notice.caseId(),
        notice.actor(),
        notice.words(),
        notice.at(),
        notice.readAt());
  }
}
