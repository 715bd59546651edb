package dev.switchboard.server.triage;

import dev.switchboard.engine.triage.classify.ClassifierOptions;
import dev.switchboard.engine.triage.classify.Labelled;
import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.store.triage.Label;
import dev.switchboard.store.triage.LearnerStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A brand's own list of intents, learned from tags. The general list stands until there are enough.
 * It depends on nothing but the tags that stand.
 */
final class BrandIntents {
  private static final int MAX_TAGS = 2_000;
  private static final int MIN_TAGS = 20;
  private static final int MIN_TAGS_AN_INTENT = 5;

  /** Learning takes tens of milliseconds: not for every tag. */
  private static final int EVERY_TAGS = 10;

  private static final long SEED = 1;

  private BrandIntents() {}

  /** The brand's classifier, or null while there are too few tags. */
  static @Nullable TextClassifier learn(LearnerStore store, int brandId) {
    List<Label> tags = store.tags(brandId, MAX_TAGS);
    List<Label> counted = tags.subList(0, tags.size() - tags.size() % EVERY_TAGS);
    Map<String, Long> counts =
        counted.stream()
            .collect(Collectors.groupingBy(BrandIntents::intent, Collectors.counting()));
    List<Labelled> rows =
        counted.stream()
            .filter(tag -> counts.getOrDefault(intent(tag), 0L) >= MIN_TAGS_AN_INTENT)
            .map(tag -> new Labelled(tag.text(), intent(tag)))
            .toList();
    long intents = rows.stream().map(Labelled::label).distinct().count();
    return rows.size() < MIN_TAGS || intents < 2
        ? null
        : TextClassifier.train(rows, ClassifierOptions.DEFAULT, SEED);
  }

  private static String intent(Label tag) {
    return Objects.requireNonNull(tag.intent());
  }
}
