package dev.switchboard.server.triage;

import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Post;
import dev.switchboard.store.Directory;
import dev.switchboard.store.triage.LearnerStore;
import dev.switchboard.store.triage.TriagePostRow;
import dev.switchboard.store.triage.TriageReads;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What brands' triage promises, from their models of now and their audits. */
public final class LivePromises implements Promises {
  private final Learning learning;
  private final Audit audit;
  private final LearnerStore learners;
  private final TriageReads reads;
  private final Directory directory;

  public LivePromises(
      Learning learning,
      Audit audit,
      LearnerStore learners,
      TriageReads reads,
      Directory directory) {
    this.learning = learning;
    this.audit = audit;
    this.learners = learners;
    this.reads = reads;
    this.directory = directory;
  }

  @Override
  public List<PromiseView> promises(@Nullable String brand) {
    return learners.named(brand).stream().map(this::promise).toList();
  }

  private PromiseView promise(LearnerStore.Named brand) {
    Published now = learning.models().of(brand.id());
    Audit.Finding found = audit.find(brand.id());
    int drawn = found.tally().drawn();
    return new PromiseView(
        brand.name(),
        now.rule(),
        now.version(),
        now.labels(),
        drawn,
        drawn - found.tally().looked().size(),
        found.estimate());
  }

  @Override
  public Optional<Judgement> judge(long post) {
    return reads.findPost(post).map(this::judge);
  }

  private Judgement judge(TriagePostRow row) {
    Post post = asPost(row);
    Published now = learning.models().of(directory.channel(post.channel(), null).brandId());
    return new Judgement(row, now.triage().decide(post), now.rule());
  }

  private static Post asPost(TriagePostRow row) {
    return new Post(
        row.externalId(),
        ChannelName.parse(row.channel()),
        null,
        row.author(),
        row.text(),
        row.createdAt(),
        Direction.IN,
        row.kind(),
        null,
        row.language(),
        row.url(),
        null,
        AuthorChange.WRITTEN,
        null);
  }
}
