package dev.switchboard.server.notices;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** For whom there is something new since somebody looked; pages are told from here. Any thread. */
public final class Bell {
  private static final int MAX_NAMES = 20_000;
  private final Set<String> rung = new HashSet<>();

  public synchronized void ring(Collection<String> names) {
    if (rung.size() < MAX_NAMES) {
      rung.addAll(names);
    }
  }

  /** For whom it rang since the last call, whoever made it. */
  public synchronized Set<String> rung() {
    Set<String> all = Set.copyOf(rung);
    rung.clear();
    return all;
  }
}
