package dev.switchboard.channels.twcs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The authors of outbound tweets, numbered from 0; names are the same in any case. */
final class Companies {
  private static final Pattern MENTION = Pattern.compile("@(\\w+)");

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int add(String name) {
    return numbers.computeIfAbsent(
        name.toLowerCase(Locale.ROOT),
        _ -> {
          names.add(name);
          return names.size() - 1;
        });
  }

  /** The name as it was first written. */
  String name(int number) {
    return names.get(number);
  }

  /** The number of the first company that the text mentions, or -1. */
  int firstMentioned(String text) {
    Matcher mentions = MENTION.matcher(text);
    while (mentions.find()) {
      Integer number = numbers.get(mentions.group(1).toLowerCase(Locale.ROOT));
      if (number != null) {
        return number;
      }
    }
    return -1;
  }
}
