package dev.switchboard.engine.incident.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

class GroupingTest {
  private static final String CHECKOUT = "checkout fails, my card is declined again and again";

  @Example
  void otherWordsForTheSameThingJoinAndSayWhy() {
    Stream stream = new Stream();
    Assignment first = stream.says("Checkout fails, card declined");
    Assignment other = stream.says("lovely sunset over the harbour");
    Assignment second = stream.says("@acme my card was declined at checkout!! https://t.co/x1");

    assertThat(first.isNew()).isTrue();
    assertThat(first.sharedTerms()).isEmpty();
    assertThat(other.groupId()).isNotEqualTo(first.groupId());
    assertThat(second.groupId()).isEqualTo(first.groupId());
    assertThat(second.isNew()).isFalse();
    assertThat(second.duplicateOf()).isNull();
    assertThat(second.similarity()).isBetween(0.2, 1.0);
    assertThat(second.sharedTerms()).containsExactlyInAnyOrder("checkout", "card", "declined");
  }

  @Example
  void hashtagsAreReadAsTheirWords() {
    Stream stream = new Stream();
    long group = stream.says("checkout down since noon").groupId();
    assertThat(stream.says("#CheckoutDown").groupId()).isEqualTo(group);
    assertThat(stream.says("#checkout_down hello").groupId()).isEqualTo(group);
  }

  @Example
  void aShowerOfRetweetsIsOneReport() {
    Stream stream = new Stream();
    Assignment original = stream.says("Checkout fails, card declined");
    byte[] before = stream.grouping.snapshot();
    for (int i = 0; i < 50; i++) {
      Assignment retweet = stream.says("RT @someone" + i + ": Checkout fails, card decl…");
      assertThat(retweet.groupId()).isEqualTo(original.groupId());
      assertThat(retweet.duplicateOf()).isEqualTo("post 1");
      assertThat(retweet.sharedTerms()).contains("checkout");
    }
    Assignment repost = stream.says("checkout fails, card declined", null, true);
    assertThat(repost.duplicateOf()).isEqualTo("post 1");
    assertThat(stream.grouping.snapshot()).hasSameSizeAs(before);
  }

  @Example
  void aLongTextSaidAgainIsACopyButShortOnesAreIndependent() {
    Stream stream = new Stream();
    assertThat(stream.says(CHECKOUT).duplicateOf()).isNull();
    assertThat(stream.says(CHECKOUT + " @acme http://t.co/2").duplicateOf()).isEqualTo("post 1");
    Assignment site = stream.says("the site is down");
    Assignment again = stream.says("the site is down");
    assertThat(again.groupId()).isEqualTo(site.groupId());
    assertThat(again.duplicateOf()).isNull();
  }

  @Example
  void languagesAreKeptApartUnlessTermsBridgeThem() {
    Stream stream = new Stream();
    long english = stream.says("my flight was cancelled without a word", "en", false).groupId();
    long german = stream.says("mein Flug wurde ohne ein Wort gestrichen", "de", false).groupId();
    assertThat(german).isNotEqualTo(english);
    assertThat(stream.says("wieder ein Flug gestrichen", "de-AT", false).groupId())
        .isEqualTo(german);
    long bridge = stream.says("flight BA2490 cancelled, stuck here", "en-GB", false).groupId();
    assertThat(bridge).isEqualTo(english);
    assertThat(stream.says("BA2490 stuck, cancelled: warum?", "de", false).groupId())
        .isEqualTo(english);
  }

  @Example
  void aSharedWordCountsLessAcrossDeclaredLanguages() {
    Stream same = new Stream();
    same.says("gift in the box", "en", false);
    Stream other = new Stream();
    other.says("gift in the box", "en", false);
    double within = same.says("another gift here now", "en", false).similarity();
    Assignment across = other.says("another gift here now", "de", false);
    assertThat(across.similarity()).isLessThan(within);
  }

  @Example
  void whatNobodyJoinsForTwelveHoursIsOver() {
    Stream stream = new Stream();
    long first = stream.says(CHECKOUT).groupId();
    stream.passes(Duration.ofHours(10));
    assertThat(stream.says("checkout fails, my card is declined").groupId()).isEqualTo(first);
    stream.passes(Duration.ofHours(12));
    Assignment later = stream.says(CHECKOUT);
    assertThat(later.groupId()).isNotEqualTo(first);
    assertThat(later.duplicateOf()).isNull();
    assertThat(stream.grouping.liveGroups()).isEqualTo(1);
  }

  @Example
  void aPostWithoutWordsIsAloneAndAttractsNobody() {
    Stream stream = new Stream();
    Assignment nothing = stream.says("@acme https://t.co/x ❤️ !!!");
    Assignment again = stream.says("@acme https://t.co/x ❤️ !!!");
    assertThat(nothing.isNew()).isTrue();
    assertThat(again.isNew()).isTrue();
    assertThat(again.groupId()).isNotEqualTo(nothing.groupId());
    assertThat(stream.grouping.liveGroups()).isZero();
  }

  @Example
  void aPostThatComesLateCountsAsNow() {
    Stream stream = new Stream();
    long group = stream.says(CHECKOUT).groupId();
    Assignment late =
        stream.grouping.assign(
            new Report("late", "card declined at checkout", null, false, Instant.EPOCH));
    assertThat(late.groupId()).isEqualTo(group);
  }

  @Example
  void bytesThatAreNoSnapshotAreRefusedInWords() {
    byte[] snapshot = new Grouping(GroupingSettings.DEFAULT).snapshot();
    byte[] cut = Arrays.copyOf(snapshot, snapshot.length - 3);
    assertThatThrownBy(() -> Grouping.restore(cut, GroupingSettings.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> Grouping.restore(new byte[20], GroupingSettings.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a snapshot");
  }

  @Example
  void wordsAreReadAsTheyAreMeant() {
    PostTerms terms = new PostTerms();
    terms.read("RT @joe: The plane's delayed, delays! #ba117 120 eur 🙂 東京駅");
    assertThat(terms.isRepost()).isTrue();
    assertThat(IntStream.range(0, terms.size()).mapToObj(terms::word).toList())
        .isEqualTo(List.of("the", "plane's", "delayed", "ba117", "120", "eur", "京", "駅"));
    assertThat(terms.times(2)).isEqualTo(2);
  }
}
