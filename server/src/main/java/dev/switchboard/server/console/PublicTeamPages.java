package dev.switchboard.server.console;

import dev.switchboard.store.identity.IdentityReads;
import dev.switchboard.store.identity.PublicPerson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The people behind a brand, for everybody: those who want it, of brands that want it. No session,
 * no cookie, nothing that is counted; what a page shows may be kept for some minutes.
 */
@RestController
final class PublicTeamPages {
  private static final CacheControl SOME_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final IdentityReads reads;
  private final Assets assets;
  private final Pages pages;

  PublicTeamPages(IdentityReads reads, Assets assets, Pages pages) {
    this.reads = reads;
    this.assets = assets;
    this.pages = pages;
  }

  @GetMapping("/team/{brand}")
  ResponseEntity<String> team(@PathVariable String brand) {
    List<PublicPerson> people = reads.team(brand).orElseThrow(PublicTeamPages::none);
    return page("team", Map.of("assets", assets.folder(), "brand", brand, "people", people));
  }

  @GetMapping("/team/{brand}/{handle}")
  ResponseEntity<String> person(@PathVariable String brand, @PathVariable String handle) {
    PublicPerson person = reads.publicPerson(brand, handle).orElseThrow(PublicTeamPages::none);
    return page("teammate", Map.of("assets", assets.folder(), "brand", brand, "person", person));
  }

  /** The same for a brand that there is not and one that shows nobody. */
  private static NoSuchPage none() {
    return new NoSuchPage("There is no such page.");
  }

  private ResponseEntity<String> page(String template, Map<String, Object> model) {
    return ResponseEntity.ok()
        .contentType(Pages.HTML)
        .cacheControl(SOME_MINUTES)
        .body(pages.text(template, model));
  }
}
