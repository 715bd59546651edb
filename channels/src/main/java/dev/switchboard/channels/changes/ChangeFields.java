package dev.switchboard.channels.changes;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.post.Rfc3339;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a change as somebody sent them, and the checks that make a {@link Change} of them.
 * Null where absent.
 */
record ChangeFields(
    @Nullable String id,
    @Nullable String type,
    @Nullable String service,
    @Nullable String environment,
    @Nullable String region,
    @Nullable String version,
    @Nullable String startedAt,
    @Nullable String finishedAt,
    @Nullable String summary) {

  private static final int MAX_NAME_CHARS = 256;
  private static final int MAX_SUMMARY_CHARS = 2_000;
  private static final int MAX_SHOWN_CHARS = 60;

  /** The simple form. */
  static ChangeFields of(JsonNode object) throws Refused {
    return new ChangeFields(
        text(object, "id"),
        text(object, "type"),
        text(object, "service"),
        text(object, "environment"),
        text(object, "region"),
        text(object, "version"),
        text(object, "startedAt"),
        text(object, "finishedAt"),
        text(object, "summary"));
  }

  /** These fields, and the others' where these are absent. */
  ChangeFields or(ChangeFields other) {
    return new ChangeFields(
        first(id, other.id),
        first(type, other.type),
        first(service, other.service),
        first(environment, other.environment),
        first(region, other.region),
        first(version, other.version),
        first(startedAt, other.startedAt),
        first(finishedAt, other.finishedAt),
        first(summary, other.summary));
  }

  Change change() throws Refused {
    Instant start = time("startedAt", needed("startedAt", startedAt));
    Instant finish = finishedAt == null ? null : time("finishedAt", finishedAt);
    if (finish != null && finish.isBefore(start)) {
      throw new Refused("finishedAt " + finish + " is before startedAt " + start);
    }
    return new Change(
        name("id", needed("id", id)),
        kind(needed("type", type)),
        name("service", needed("service", service)),
        environment == null ? null : name("environment", environment),
        region == null ? null : name("region", region),
        version == null ? null : name("version", version),
        start,
        finish,
        summary == null ? "" : summary.substring(0, Math.min(summary.length(), MAX_SUMMARY_CHARS)));
  }

  private static ChangeType kind(String type) throws Refused {
    Optional<ChangeType> found = ChangeType.find(type).or(() -> ChangeType.ofCdEvents(type));
    if (found.isPresent()) {
      return found.get();
    }
    throw new Refused(
        "type "
            + quote(type)
            + " is not known: say one of "
            + Arrays.stream(ChangeType.values())
                .map(ChangeType::word)
                .collect(Collectors.joining(", "))
            + ", or a CDEvents type");
  }

  private static String needed(String field, @Nullable String value) throws Refused {
    if (value == null) {
      throw new Refused(field + " is missing: a change needs id, type, service and startedAt");
    }
    return value;
  }

  private static Instant time(String field, String value) throws Refused {
    Instant time = Rfc3339.parse(value);
    if (time == null) {
      throw new Refused(
          field + " " + quote(value) + " is no RFC 3339 time such as 2026-03-01T14:20:00Z");
    }
    return time;
  }

  private static String name(String field, String value) throws Refused {
    if (value.length() > MAX_NAME_CHARS || value.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(field + " " + quote(value) + " is not up to 256 printable characters");
    }
    return value;
  }

  /** A field's text; a number counts as its digits, null and blank as absent. */
  static @Nullable String text(JsonNode object, String field) throws Refused {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString() && !value.isNumber()) {
      throw new Refused(field + " must be a string");
    }
    String text = value.asString().strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  static String quote(String value) {
    String cut =
        value.length() <= MAX_SHOWN_CHARS ? value : value.substring(0, MAX_SHOWN_CHARS) + "…";
    return "\"" + cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD") + "\"";
  }
}
