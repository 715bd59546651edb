package dev.switchboard.server.console;

import dev.switchboard.engine.triage.text.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a post may be about: a brand's own words first, then the general list. */
final class Intents {
  private static final int MAX_INTENTS = 18;

  private Intents() {}

  static List<String> with(List<String> own) {
    Set<String> all = new LinkedHashSet<>(own);
    Stream.of(Topic.values()).filter(Topic::isIntent).map(Topic::words).forEach(all::add);
    return new ArrayList<>(all).subList(0, Math.min(all.size(), MAX_INTENTS));
  }
}
