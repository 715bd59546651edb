package dev.switchboard.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BitFilterTest {

  @Property(tries = 200)
  void whatWasAddedIsNeverSurelyNew(@ForAll Set<Long> hashes) {
    BitFilter filter = new BitFilter(100);
    hashes.forEach(filter::add);
    assertThat(hashes).allMatch(filter::maybeAdded);
  }

  @Test
  void aboutOnePercentOfTheRestIsMaybe() {
    int entries = 100_000;
    BitFilter filter = new BitFilter(entries);
    for (long hash = 0; hash < entries; hash++) {
      filter.add(hash);
    }
    int alarms = 0;
    for (long hash = entries; hash < 2L * entries; hash++) {
      alarms += filter.maybeAdded(hash) ? 1 : 0;
    }
    assertThat(alarms).isBetween(1, entries * 2 / 100);
  }
}
