package dev.switchboard.channels.twcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ComponentsPropertiesTest {
  @Property
  void aCompanyIsKnownAllOverItsComponentAndNowhereElse(
      @ForAll @Size(max = 60) List<@Size(2) List<@LongRange(max = 40) Long>> answers,
      @ForAll @LongRange(max = 40) long claimed) {
    Components components = new Components();
    Map<Long, Set<Long>> neighbours = new HashMap<>();
    for (List<Long> answer : answers) {
      components.join(answer.get(0), answer.get(1));
      neighbours.computeIfAbsent(answer.get(0), _ -> new HashSet<>()).add(answer.get(1));
      neighbours.computeIfAbsent(answer.get(1), _ -> new HashSet<>()).add(answer.get(0));
    }
    components.claim(claimed, 7, 100);
    Set<Long> reached = reachedFrom(claimed, neighbours);
    for (long id = 0; id <= 40; id++) {
      assertThat(components.company(id)).isEqualTo(reached.contains(id) ? 7 : -1);
    }
  }

  @Property
  void ofManyIdsEachKeepsItsNumber(@ForAll @Size(max = 3_000) List<Long> ids) {
    LongIndex index = new LongIndex();
    Map<Long, Integer> expected = new HashMap<>();
    for (long id : ids) {
      int number = expected.computeIfAbsent(id, _ -> expected.size());
      assertThat(index.add(id)).isEqualTo(number);
    }
    expected.forEach((id, number) -> assertThat(index.find(id)).isEqualTo(number));
    assertThat(index.size()).isEqualTo(expected.size());
  }

  private static Set<Long> reachedFrom(long start, Map<Long, Set<Long>> neighbours) {
    Set<Long> reached = new HashSet<>(Set.of(start));
    Deque<Long> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (long next : neighbours.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }
}
