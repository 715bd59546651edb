package dev.switchboard.server.app;

import dev.switchboard.engine.casework.ApprovalPolicy;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.topic.BrandTopics;
import dev.switchboard.engine.topic.SensitiveTopic;
import dev.switchboard.engine.topic.SensitiveTopics;
import dev.switchboard.engine.topic.UsualTopics;
import dev.switchboard.server.desk.DeskRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of the configuration that says how colleagues work together. {@code topic.legal = my
 * lawyer, lawsuit, intent:legal} says what tells of a sensitive topic, {@code topic.legal.acme}
 * does so for one brand, and {@code none} takes a topic away.
 */
final class DeskSettings {
  static final Set<String> KEYS =
      Set.of(
          "takeOver", "approve.newcomers", "approve.topics", "approve.brands", "approve.channels");

  private static final String TOPIC = "topic.";
  private static final String INTENT = "intent:";
  private static final String NONE = "none";

  private final Properties values;

  DeskSettings(Properties values) {
    this.values = values;
  }

  /** Whether a key names a topic: there may be any of those. */
  static boolean isTopic(String key) {
    return key.startsWith(TOPIC)
        && SensitiveTopic.isName(key.substring(TOPIC.length()).split("\\.", 2)[0]);
  }

  /**
   * The rules.
   *
   * @throws IllegalArgumentException with a sentence that begins with the key, if a value is wrong
   */
  DeskRules rules() {
    ApprovalPolicy usual = ApprovalPolicy.DEFAULT;
    ApprovalPolicy policy =
        new ApprovalPolicy(
            yes("approve.newcomers", usual.newcomers()),
            yes("approve.topics", usual.topics()),
            list(values.getProperty("approve.brands", "")),
            channels());
    return new DeskRules(policy, topics(), byLeads());
  }

  private boolean byLeads() {
    String value = values.getProperty("takeOver", "everyone").strip();
    return switch (value) {
      case "everyone" -> false;
      case "leads" -> true;
      default -> throw wrong("takeOver", value, "everyone or leads");
    };
  }

  private boolean yes(String key, boolean otherwise) {
    String value = values.getProperty(key, otherwise ? "yes" : "no").strip();
    return switch (value) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(key, value, "yes or no");
    };
  }

  private Set<ChannelName> channels() {
    Set<ChannelName> channels = new HashSet<>();
    for (String channel : list(values.getProperty("approve.channels", ""))) {
      try {
        channels.add(ChannelName.parse(channel));
      } catch (IllegalArgumentException _) {
        throw wrong("approve.channels", channel, "network:account, as x:@acme");
      }
    }
    return channels;
  }

  private BrandTopics topics() {
    Map<String, SensitiveTopic> all = new TreeMap<>();
    UsualTopics.all().forEach(topic -> all.put(topic.name(), topic));
    Map<String, Map<String, String>> byBrand = new HashMap<>();
    for (String key : new TreeSet<>(values.stringPropertyNames())) {
      if (key.startsWith(TOPIC)) {
        String[] parts = key.substring(TOPIC.length()).split("\\.", 2);
        if (parts.length == 1) {
          set(all, parts[0], values.getProperty(key));
        } else {
          byBrand
              .computeIfAbsent(parts[1], _ -> new TreeMap<>())
              .put(parts[0], values.getProperty(key));
        }
      }
    }
    Map<String, SensitiveTopics> brands = new HashMap<>();
    byBrand.forEach(
        (brand, own) -> {
          Map<String, SensitiveTopic> merged = new TreeMap<>(all);
          own.forEach((name, value) -> set(merged, name, value));
          brands.put(brand, new SensitiveTopics(List.copyOf(merged.values())));
        });
    return new BrandTopics(new SensitiveTopics(List.copyOf(all.values())), brands);
  }

  private static void set(Map<String, SensitiveTopic> topics, String name, String value) {
    if (value.strip().equals(NONE)) {
      topics.remove(name);
      return;
    }
    List<String> phrases = new ArrayList<>();
    Set<String> intents = new HashSet<>();
    for (String item : list(value)) {
      if (item.startsWith(INTENT)) {
        intents.add(item.substring(INTENT.length()).strip());
      } else if (item.chars().anyMatch(Character::isLetterOrDigit)) {
        phrases.add(item);
      } else {
        throw wrong(TOPIC + name, item, "words, intent:NAME, or none");
      }
    }
    topics.put(name, new SensitiveTopic(name, phrases, intents));
  }

  private static Set<String> list(String value) {
    Set<String> items = new TreeSet<>(List.of(value.strip().split("\\s*,\\s*", -1)));
    items.remove("");
    return items;
  }

  private static IllegalArgumentException wrong(String key, String value, String expected) {
    return new IllegalArgumentException(
        "%s must be %s, not \"%s\"".formatted(key, expected, value));
  }
}
