package dev.switchboard.server.console;

import dev.switchboard.engine.people.NoticeKind;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.NoticeView;
import dev.switchboard.server.notices.Notices;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The panel behind the bell: what concerns whoever is in front of the page. */
@RestController
final class NoticeParts {
  private final Notices notices;
  private final Pages pages;

  NoticeParts(Notices notices, Pages pages) {
    this.notices = notices;
    this.pages = pages;
  }

  @GetMapping("/console/notifications")
  ResponseEntity<String> panel(Agent agent) {
    List<NoticeView> items =
        notices.told(agent.name()).latest().stream().map(NoticeView::of).toList();
    return pages.page("part/notices", Map.of("items", items, "muted", notices.muted(agent.name())));
  }

  /** Takes note of one, or of all up to one. */
  @PostMapping("/console/notifications/read")
  ResponseEntity<Void> read(
      @RequestParam(defaultValue = "0") long id,
      @RequestParam(defaultValue = "0") long through,
      Agent agent) {
    if (id != 0) {
      notices.read(agent.name(), id);
    } else {
      notices.readThrough(agent.name(), through);
    }
    return ResponseEntity.noContent().build();
  }

  /** Chooses of which kinds to hear; those that are not named are muted. */
  @PostMapping("/console/notifications/kinds")
  ResponseEntity<Void> kinds(
      @RequestParam(required = false, defaultValue = "") List<String> kind, Agent agent) {
    Set<NoticeKind> muted = EnumSet.allOf(NoticeKind.class);
    kind.forEach(word -> NoticeKind.find(word).ifPresent(muted::remove));
    notices.mute(agent.name(), muted);
    return ResponseEntity.noContent().build();
  }
}
