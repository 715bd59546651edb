package dev.switchboard.engine.incident.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people said of groups: which belong together, which do not. Clusters are never changed into
 * one another; a merge says under which group's name a cluster's posts go, so it can be taken back.
 * What is said last holds. The latest {@link #MAX_SAYINGS} of each kind are remembered, the time
 * that a group takes posts in does not matter.
 */
final class PeoplesWord {
  static final int MAX_SAYINGS = 10_000;

  /** Two groups that are not one, the older first. */
  record Pair(long group, long other) {
    static Pair of(long a, long b) {
      return new Pair(Math.min(a, b), Math.max(a, b));
    }
  }

  /** Something that was done, and can be undone once. */
  record Action(boolean merge, long group, long other) {}

  final Map<Long, Long> parent = new LinkedHashMap<>();
  final Set<Pair> apart = new LinkedHashSet<>();
  final Map<Long, Action> actions = new LinkedHashMap<>();
  long lastAction;

  /** The group under whose name a cluster's posts go. */
  long groupOf(long cluster) {
    long at = cluster;
    for (Long up = parent.get(at); up != null; up = parent.get(at)) {
      at = up;
    }
    return at;
  }

  /** All clusters whose posts go under this group's name, itself first. */
  List<Long> family(long group) {
    List<Long> all = new ArrayList<>();
    all.add(group);
    for (Long child : parent.keySet()) {
      if (child != group && groupOf(child) == group) {
        all.add(child);
      }
    }
    return all;
  }

  /** Whether somebody said that these two, or parts of them, are not one. */
  boolean areApart(long group, long other) {
    for (Pair pair : apart) {
      long a = groupOf(pair.group());
      long b = groupOf(pair.other());
      if (a == group && b == other || a == other && b == group) {
        return true;
      }
    }
    return false;
  }

  /** Two different groups, each its own name, become one. */
  Regrouping merge(long into, long from) {
    apart.removeIf(pair -> joins(pair, into, from));
    parent.put(from, into);
    return did(new Action(true, into, from));
  }

  Regrouping split(long group, long part) {
    keepApart(group, part);
    return did(new Action(false, group, part));
  }

  void keepApart(long a, long b) {
    apart.add(Pair.of(a, b));
    bound(apart);
  }

  Regrouping undo(long action) {
    Action done = actions.remove(action);
    if (done == null) {
      return new Regrouping.Refused(
          "There is no action "
              + action
              + " that can be undone: it was undone already, or is old.");
    }
    if (done.merge()) {
      parent.remove(done.other());
      keepApart(done.group(), done.other());
    } else {
      long group = groupOf(done.group());
      long part = groupOf(done.other());
      if (group == part) {
        return new Regrouping.Refused("The groups were merged since; undo the merge instead.");
      }
      apart.removeIf(pair -> joins(pair, group, part));
      parent.put(part, group);
    }
    return new Regrouping.Done(action, groupOf(done.group()), done.other());
  }

  private boolean joins(Pair pair, long group, long other) {
    long a = groupOf(pair.group());
    long b = groupOf(pair.other());
    return a == group && b == other || a == other && b == group;
  }

  private Regrouping did(Action action) {
    actions.put(++lastAction, action);
    bound(actions.keySet());
    bound(parent.keySet());
    return new Regrouping.Done(lastAction, action.group(), action.other());
  }

  private static void bound(Set<?> sayings) {
    if (sayings.size() > MAX_SAYINGS) {
      @Nullable Object oldest = sayings.iterator().next();
      sayings.remove(oldest);
    }
  }
}
