package dev.switchboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.testing.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Names become rows once, numbers are given once, whoever asks at the same time. */
class NamesAndNumbersTest extends SpineTest {
  private static final ChannelName CHANNEL = ChannelName.parse("x:@northwind");

  @Test
  void aChannelBelongsToTheBrandNamedFirst() {
    assertThat(spine.directory.channel(CHANNEL, "Northwind Air").brand())
        .isEqualTo("Northwind Air");
    assertThat(spine.directory.channel(CHANNEL, "Somebody Else").brand())
        .isEqualTo("Northwind Air");
    assertThat(new Directory(spine.jdbi).channel(CHANNEL, null).brand()).isEqualTo("Northwind Air");
    assertThat(spine.count("channels")).isEqualTo(1);
    assertThat(spine.reads.brands()).containsExactly("Northwind Air");
  }

  @Test
  void withoutABrandAChannelIsOfABrandNamedLikeItsAccount() {
    assertThat(spine.directory.channel(CHANNEL, null).brand()).isEqualTo("northwind");
  }

  @Test
  void whoeverAsksAtOnceGetsTheSameChannelAndPerson() throws Exception {
    List<Integer> channels =
        atOnce(() -> new Directory(spine.jdbi).channel(CHANNEL, "Northwind Air").id());
    List<Integer> people = atOnce(() -> new Directory(spine.jdbi).person("ann"));

    assertThat(channels).hasSize(16).containsOnly(channels.getFirst());
    assertThat(people).hasSize(16).containsOnly(people.getFirst());
  }

  @Test
  void aPersonWhoIsNewWithinATransactionStaysWhenItIsRolledBack() {
    assertThatThrownBy(
            () ->
                spine.jdbi.useTransaction(
                    h -> {
                      spine.directory.person("ann");
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");

    assertThat(spine.directory.person("ann")).isEqualTo(new Directory(spine.jdbi).person("ann"));
  }

  @Test
  void numbersAreNeverGivenTwice() throws Exception {
    SequenceIds other = new SequenceIds(spine.jdbi);
    List<List<Long>> drawn =
        atOnce(
            () -> {
              List<Long> some = new ArrayList<>();
              for (int i = 0; i < 250; i++) {
                some.add(spine.ids.nextReply());
                some.add(other.nextReply());
              }
              return some;
            });
    assertThat(drawn.stream().flatMap(List::stream)).hasSize(8_000).doesNotHaveDuplicates();
    assertThat(List.of(spine.ids.nextPost(), spine.ids.nextPost(), other.nextPost()))
        .doesNotHaveDuplicates();
    assertThat(List.of(spine.ids.nextConversation(), other.nextConversation()))
        .doesNotHaveDuplicates();
    assertThat(List.of(spine.ids.nextCase(), other.nextCase())).doesNotHaveDuplicates();
    assertThat(List.of(spine.ids.nextAuthor(), other.nextAuthor())).doesNotHaveDuplicates();
  }

  private static <R> List<R> atOnce(Callable<R> work) throws Exception {
    List<CompletableFuture<R>> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      all.add(Steps.beside(work));
    }
    List<R> results = new ArrayList<>();
    for (CompletableFuture<R> one : all) {
      results.add(Steps.get(one));
    }
    return results;
  }
}
