package dev.switchboard.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.CauseJudgement.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every stream of posts, changes and people's acts. */
class IncidentsPropertyTest {
  private static final IncidentSettings SETTINGS = IncidentSettings.DEFAULT.withBrands(2);
  private static final Duration LENGTH = Duration.ofHours(60);

  /** Something that happens; says what came of it in words. */
  private record Step(Instant at, Function<AllIncidents, String> happens) {}

  private static List<Step> steps(long seed) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    for (String brand : List.of("shop", "airline")) {
      Shop shop = new Shop(random.nextLong());
      Instant onset = Shop.MONDAY.plus(Duration.ofMinutes(1_500 + random.nextInt(1_200)));
      List<ReportedPost> posts = new ArrayList<>(shop.ordinary(Shop.MONDAY, LENGTH, 60));
      posts.addAll(shop.cannotPay(onset, 20 + random.nextInt(40)));
      posts.addAll(shop.joke(onset.plusSeconds(random.nextInt(7_200)), 60));
      for (ReportedPost post : posts) {
        steps.add(new Step(post.at(), all -> all.on(brand, post, post.at()).toString()));
      }
      for (int i = 0; i < 8; i++) {
        Instant at = onset.plusSeconds(random.nextInt(14_400) - 7_200);
        var change = Shop.deploy(brand + i, i % 2 == 0 ? "checkout" : "search", at);
        boolean common = random.nextBoolean();
        steps.add(
            new Step(
                at, all -> (common ? all.on(change, at) : all.on(brand, change, at)).toString()));
      }
      for (int i = 0; i < 12; i++) {
        Instant at = onset.plusSeconds(random.nextInt(14_400));
        IncidentAction action = action(random, brand, at);
        steps.add(new Step(at, all -> all.act(brand, action, at).toString()));
      }
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private static IncidentAction action(Random random, String brand, Instant at) {
    long number = 1 + random.nextInt(2);
    return switch (random.nextInt(7)) {
      case 0 -> new IncidentAction.Acknowledge(number, "ann");
      case 1 -> new IncidentAction.Resolve(number, "ann", "done");
      case 2 -> new IncidentAction.Reopen(number, "bob");
      case 3 -> new IncidentAction.Merge(1, 2, "bob");
      case 4 -> new IncidentAction.Undo(number, "bob");
      case 5 ->
          new IncidentAction.JudgeCause(
              number, new CauseJudgement(brand + 2, Answer.REJECTED, "ann", at, null));
      default -> new IncidentAction.KeepApart(1, 2, "ann");
    };
  }

  private static List<String> play(AllIncidents all, List<Step> steps) {
    return steps.stream().map(step -> step.happens().apply(all)).toList();
  }

  @Property(tries = 12)
  void restoredInTheMiddleTheSameFollows(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int percent) {
    List<Step> steps = steps(seed);
    int cut = steps.size() * percent / 100;
    AllIncidents whole = new AllIncidents(SETTINGS, Shop.MAP);
    List<String> expected = play(whole, steps);
    AllIncidents before = new AllIncidents(SETTINGS, Shop.MAP);
    List<String> said = new ArrayList<>(play(before, steps.subList(0, cut)));

    AllIncidents after = AllIncidents.restore(SETTINGS, Shop.MAP, before.snapshot());
    said.addAll(play(after, steps.subList(cut, steps.size())));

    assertThat(said).isEqualTo(expected);
    assertThat(after.incidents()).isEqualTo(whole.incidents());
    assertThat(after.snapshot()).isEqualTo(whole.snapshot());
    assertThat(expected).anyMatch(words -> words.contains("Opened["));
  }

  @Property(tries = 5)
  void aSnapshotThatIsCutOffIsRefused(@ForAll long seed) {
    List<Step> steps = steps(seed);
    AllIncidents all = new AllIncidents(SETTINGS, Shop.MAP);
    play(all, steps.subList(0, steps.size() * 3 / 4));
    byte[] snapshot = all.snapshot();
    int length = new Random(seed).nextInt(snapshot.length);

    assertThatThrownBy(
            () -> AllIncidents.restore(SETTINGS, Shop.MAP, Arrays.copyOf(snapshot, length)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
