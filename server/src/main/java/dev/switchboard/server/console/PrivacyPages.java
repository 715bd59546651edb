package dev.switchboard.server.console;

import dev.switchboard.engine.privacy.PersonalData;
import dev.switchboard.engine.privacy.PersonalKind;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What personal data stand in a draft, while it is written. Nothing is kept. */
@RestController
final class PrivacyPages {
  /** What people call them. */
  record Found(List<String> kinds) {}

  @PostMapping("/console/personal-data")
  Found find(@RequestParam(defaultValue = "") String text) {
    return new Found(PersonalData.kinds(text).stream().map(PersonalKind::label).toList());
  }
}
