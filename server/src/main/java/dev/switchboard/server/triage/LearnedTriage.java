package dev.switchboard.server.triage;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.store.Directory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Decides on each post by the model of its brand. Any thread. */
final class LearnedTriage implements Triage {
  private final Directory directory;
  private final BrandModels models;
  private final Counter help;
  private final Counter unsure;
  private final Counter setAside;

  LearnedTriage(Directory directory, BrandModels models, MeterRegistry meters) {
    this.directory = directory;
    this.models = models;
    this.help = counter(meters, Verdict.HELP);
    this.unsure = counter(meters, Verdict.UNSURE);
    this.setAside = counter(meters, Verdict.SET_ASIDE);
  }

  @Override
  public TriageDecision decide(Post post) {
    int brandId = directory.channel(post.channel(), post.brand()).brandId();
    TriageDecision decision = models.of(brandId).triage().decide(post);
    Counter counter =
        switch (decision.verdict()) {
          case HELP -> help;
          case UNSURE -> unsure;
          case SET_ASIDE -> setAside;
        };
    counter.increment();
    return decision;
  }

  private static Counter counter(MeterRegistry meters, Verdict verdict) {
    return Counter.builder("switchboard.triage.verdicts")
        .description("Posts that triage decided on, by verdict")
        .tag("verdict", verdict.word())
        .register(meters);
  }
}
