package dev.switchboard.channels.scenario;

import dev.switchboard.channels.yaml.Fields;
import dev.switchboard.channels.yaml.Places;
import dev.switchboard.engine.routing.simulate.Scenario;
import dev.switchboard.engine.routing.simulate.Scenario.ShiftStart;
import dev.switchboard.engine.routing.simulate.Scenario.Surge;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one document as a scenario. For one use. */
final class ScenarioReader {
  static final List<String> KEYS =
      List.of("scenario", "posts", "agents", "hours", "needHelp", "ill", "shifts", "surges");
  static final List<String> SURGE = List.of("from", "to", "times", "topic", "share");
  private static final int MAX_SURGES = 50;
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2})");
  private static final double MINUTES = 60;

  private final Places places;

  ScenarioReader(Places places) {
    this.places = places;
  }

  /** The scenario, if nothing is wrong; {@code places} has what is. */
  Optional<Scenario> read(Node document) {
    Fields fields = Fields.of(document, "", "a scenario", KEYS, places);
    String name = fields.word("scenario");
    for (String needed : List.of("scenario", "posts", "agents")) {
      if (fields.find(needed).isEmpty()) {
        places.wrongAt(needed, needed + ": is missing");
      }
    }
    Integer posts = number(fields, "posts", Scenario.MAX_POSTS);
    Integer agents = number(fields, "agents", Scenario.MAX_AGENTS);
    Integer hours = number(fields, "hours", Scenario.MAX_HOURS);
    Double needHelp = fields.read("needHelp", ScenarioReader::share);
    Double ill = fields.read("ill", ScenarioReader::share);
    List<ShiftStart> shifts = shifts(fields);
    List<Surge> surges = surges(fields);
    return places.isEmpty() && name != null && posts != null && agents != null
        ? Optional.of(
            new Scenario(
                name,
                posts,
                agents,
                Objects.requireNonNullElse(hours, Scenario.DAY),
                Objects.requireNonNullElse(needHelp, Scenario.ORDINARY.needHelp()),
                Objects.requireNonNullElse(ill, 0.0),
                shifts.isEmpty() ? Scenario.USUAL_SHIFTS : shifts,
                surges))
        : Optional.empty();
  }

  private static @Nullable Integer number(Fields fields, String key, int most) {
    return fields.read(
        key,
        text -> {
          String digits = text.strip().replaceAll("[_,]", "");
          int value = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
          if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                "\"%s\" is no whole number of 1 to %d".formatted(text, most));
          }
          return value;
        });
  }

  /** A share as a number of 0 to 1, or in per cent. */
  private static double share(String text) {
    String stripped = text.strip();
    boolean perCent = stripped.endsWith("%");
    String digits = perCent ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
    double value = decimal(digits, text);
    double share = perCent ? value / 100 : value;
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "\"%s\" is no share; write one such as 28%% or 0.28".formatted(text));
    }
    return share;
  }

  private static double decimal(String digits, String shown) {
    if (!digits.matches("\\d{0,9}(\\.\\d{1,9})?") || digits.isEmpty()) {
      throw new IllegalArgumentException("\"%s\" is no number".formatted(shown));
    }
    return Double.parseDouble(digits);
  }

  /** Hours from the first midnight. */
  private static double clock(String text) {
    Matcher clock = CLOCK.matcher(text.strip());
    int minutes = clock.matches() ? Integer.parseInt(clock.group(2)) : 60;
    if (minutes >= MINUTES) {
      throw new IllegalArgumentException(
          "\"%s\" is no time; write one such as 06:00, or 30:00 for the next morning"
              .formatted(text));
    }
    return Integer.parseInt(clock.group(1)) + minutes / MINUTES;
  }

  private List<ShiftStart> shifts(Fields fields) {
    Node node = fields.find("shifts").orElse(null);
    if (node == null) {
      return List.of();
    }
    Fields starts = Fields.any(node, "shifts", "shifts", places);
    List<ShiftStart> shifts = new ArrayList<>();
    for (String start : starts.keys()) {
      ShiftStart read =
          starts.read(
              start,
              text -> {
                double hour = clock(start);
                return new ShiftStart(hour, share(text));
              });
      if (read != null) {
        shifts.add(read);
      }
    }
    if (starts.keys().isEmpty()) {
      places.wrong(node, "shifts: name at least one, such as 08:00: 100%");
    }
    return shifts;
  }

  private List<Surge> surges(Fields fields) {
    List<Node> items = fields.items("surges");
    if (items.size() > MAX_SURGES) {
      places.wrongAt("surges", "surges: there are at most %d".formatted(MAX_SURGES));
    }
    List<Surge> surges = new ArrayList<>();
    for (int i = 0; i < Math.min(items.size(), MAX_SURGES); i++) {
      surge(items.get(i), "surges." + i).ifPresent(surges::add);
    }
    return surges;
  }

  private Optional<Surge> surge(Node item, String path) {
    Fields fields = Fields.of(item, path, "a surge", SURGE, places);
    for (String needed : List.of("from", "to", "times")) {
      if (fields.find(needed).isEmpty()) {
        places.wrong(item, "a surge needs from:, to: and times:; %s: is missing".formatted(needed));
      }
    }
    Double from = fields.read("from", ScenarioReader::clock);
    Double to = fields.read("to", ScenarioReader::clock);
    Double times = fields.read("times", text -> decimal(text.strip(), text));
    String topic = fields.read("topic", ScenarioReader::topic);
    Double share = fields.read("share", ScenarioReader::share);
    if (from == null || to == null || times == null) {
      return Optional.empty();
    }
    if (topic == null) {
      if (share != null) {
        places.wrongAt(path + ".share", "share: is of a topic; name it with topic:");
      }
      topic = Scenario.TOPICS.getFirst();
      share = 0.0;
    }
    try {
      return Optional.of(new Surge(from, to, times, topic, Objects.requireNonNullElse(share, 1.0)));
    } catch (IllegalArgumentException e) {
      places.wrong(item, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static String topic(String text) {
    return Fields.oneOf(
        text.strip(),
        word -> Scenario.TOPICS.contains(word) ? Optional.of(word) : Optional.empty(),
        Scenario.TOPICS);
  }
}
