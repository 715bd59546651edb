package dev.switchboard.server.console.view;

import dev.switchboard.store.identity.PublicPerson;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.util.UriUtils;

/** The words of the public pages of a team. */
public final class TeamWords {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("LLLL uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private TeamWords() {}

  public static String address(String brand) {
    return "/team/" + UriUtils.encodePathSegment(brand, StandardCharsets.UTF_8);
  }

  public static String address(String brand, PublicPerson person) {
    return address(brand) + "/" + person.handle();
  }

  /** Languages, and since when; never an exact day. */
  public static String small(PublicPerson person) {
    List<String> parts = new ArrayList<>();
    String languages =
        String.join(
            ", ",
            person.languages().stream().map(Words::language).filter(Objects::nonNull).toList());
    if (!languages.isEmpty()) {
      parts.add(languages);
    }
    parts.add("since " + MONTH.format(person.since()));
    return String.join(" · ", parts);
  }
}
