package dev.switchboard.engine.incident.grouping;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts each report of one brand into a group as it arrives: single-pass clustering on centroids of
 * weighted terms, with an inverted index, a window beyond which nothing matches, and counts that
 * fade. What was decided is never revised by the machine; people merge and split.
 *
 * <p>Deterministic: the same reports in the same order give the same assignments, also when it is
 * written out and read back in between. For one thread at a time. A post costs the number of its
 * terms times that of the groups in which they stand, at most {@link GroupingSettings#maxGroups}.
 */
public final class Grouping {
  private static final double WORTH_COMPARING = 0.1;

  final GroupingSettings settings;
  final Terms terms;
  final Clusters clusters;
  final Centroids centroids;
  final Ageing ageing;
  final RecentPosts recent;
  final PeoplesWord word = new PeoplesWord();
  final Proposals proposals = new Proposals();
  long lastNumber;
  long nowMillis = Long.MIN_VALUE;

  private final Matcher matcher;
  private final PostTerms post = new PostTerms();
  private final PostVector vector = new PostVector();
  private final BestTerms best = new BestTerms();

  /** Starts with nothing known. */
  public Grouping(GroupingSettings settings) {
    this.settings = settings;
    this.terms = new Terms(settings.maxTerms());
    this.clusters = new Clusters(settings.maxGroups(), terms);
    this.centroids = new Centroids(settings, terms, clusters);
    this.ageing = new Ageing(settings.halfLife());
    this.recent = new RecentPosts(settings.maxRecentPosts(), settings.window().toMillis());
    this.matcher = new Matcher(settings, terms, clusters);
  }

  /** Decides to which group a report belongs. A report without terms has a group of its own. */
  public Assignment assign(Report report) {
    advance(report.at().toEpochMilli());
    post.read(report.text());
    if (post.size() == 0) {
      return new Assignment(++lastNumber, true, 0, List.of(), null);
    }
    boolean repost = report.repost() || post.isRepost();
    int[] sorted = RecentPosts.sorted(post);
    Assignment copy = findCopy(sorted, repost);
    return copy != null ? copy : join(report, sorted);
  }

  /** The group under whose name posts of this group go now, after merges. */
  public long groupOf(long group) {
    return word.groupOf(group);
  }

  /** How many groups take posts in. */
  public int liveGroups() {
    return clusters.size();
  }

  /** How many terms are known. */
  public int knownTerms() {
    return terms.size();
  }

  /** Merges that a person might want, the latest last, at most 100. */
  public List<MergeProposal> proposals() {
    proposals.tidy(word);
    return proposals.list();
  }

  /** A person says that two groups are one; posts of both go under the first's name from now. */
  public Regrouping merge(long into, long from) {
    long group = word.groupOf(known(into));
    long other = word.groupOf(known(from));
    if (group == other) {
      return new Regrouping.Refused("Groups %d and %d are one already.".formatted(into, from));
    }
    return word.merge(group, other);
  }

  /** A person says that two groups are not one: their merge is not proposed again. */
  public Regrouping reject(long one, long other) {
    long a = word.groupOf(known(one));
    long b = word.groupOf(known(other));
    if (a == b) {
      return new Regrouping.Refused("Groups %d and %d are one: undo that.".formatted(one, other));
    }
    word.keepApart(a, b);
    return new Regrouping.Done(0, a, b);
  }

  /**
   * A person says that some of a group's posts are about something else: they begin a new group,
   * and what is like them goes there from now.
   *
   * @param texts of the posts that leave, at least one with words
   * @param atMillis when, in milliseconds of the epoch
   */
  public Regrouping split(long group, List<String> texts, long atMillis) {
    long from = word.groupOf(known(group));
    advance(atMillis);
    int part = Matcher.NONE;
    for (String text : texts) {
      post.read(text);
      if (post.size() > 0) {
        vector.weighKnown(post, terms, ageing);
        takeOut(from);
        part = part == Matcher.NONE ? begin(null) : part;
        centroids.add(part, vector);
      }
    }
    if (part == Matcher.NONE) {
      return new Regrouping.Refused(
          "None of the posts has a word to tell them from the others by.");
    }
    return word.split(from, clusters.get(part).number);
  }

  /** Takes a merge or a split back. An undone merge counts as a no to it. */
  public Regrouping undo(long action) {
    return word.undo(action);
  }

  /** Everything that later decisions depend on. */
  public byte[] snapshot() {
    return GroupingSnapshot.write(this);
  }

  /**
   * What wrote the snapshot, as it was then.
   *
   * @param settings the same as then
   * @throws IllegalArgumentException if the bytes are no snapshot, or cut off
   */
  public static Grouping restore(byte[] snapshot, GroupingSettings settings) {
    return GroupingSnapshot.read(snapshot, settings);
  }

  private void advance(long atMillis) {
    nowMillis = Math.max(nowMillis, atMillis);
    ageing.advance(nowMillis, terms);
    clusters.expire(nowMillis - settings.window().toMillis());
    terms.sweepIfDue(ageing.unit());
  }

  private @Nullable Assignment findCopy(int[] sorted, boolean repost) {
    if (sorted.length < (repost ? 2 : settings.minCopiedTerms())) {
      return null;
    }
    double least = repost ? settings.repostOverlap() : settings.copyOverlap();
    RecentPosts.Original original = recent.find(sorted, least, nowMillis);
    int slot = original == null ? -1 : clusters.find(original.cluster());
    if (original == null || slot < 0) {
      return null;
    }
    recent.touchFound(nowMillis);
    clusters.touch(slot, nowMillis);
    List<String> shared =
        IntStream.range(0, post.size())
            .filter(i -> Arrays.binarySearch(original.terms(), (int) post.hash(i)) >= 0)
            .limit(Assignment.MAX_SHARED_TERMS)
            .mapToObj(post::word)
            .toList();
    long group = word.groupOf(original.cluster());
    return new Assignment(group, false, recent.overlap(), shared, original.id());
  }

  private Assignment join(Report report, int[] sorted) {
    String language = Matcher.primary(report.language());
    vector.countAndWeigh(post, terms, ageing);
    matcher.match(vector, language, nowMillis);
    boolean isNew = matcher.best() == Matcher.NONE || matcher.similarity() < settings.threshold();
    int slot = isNew ? begin(language) : matcher.best();
    List<String> shared = isNew ? List.of() : sharedTerms(slot);
    centroids.add(slot, vector);
    clusters.touch(slot, nowMillis);
    Cluster cluster = clusters.get(slot);
    recent.add(new RecentPosts.Original(report.id(), cluster.number, sorted), nowMillis);
    if (!isNew) {
      propose(slot, cluster);
    }
    double similarity = isNew ? 0 : Math.min(1, matcher.similarity());
    return new Assignment(word.groupOf(cluster.number), isNew, similarity, shared, null);
  }

  private int begin(@Nullable String language) {
    Cluster added = new Cluster(++lastNumber, language);
    added.lastMillis = nowMillis;
    return clusters.add(added);
  }

  private void propose(int slot, Cluster cluster) {
    int second = matcher.second();
    if (Proposals.isDue(cluster.posts())
        && second != Matcher.NONE
        && matcher.secondSimilarity() >= WORTH_COMPARING) {
      long one = word.groupOf(cluster.number);
      long other = word.groupOf(clusters.get(second).number);
      proposals.consider(one, other, centroids.cosine(slot, second), word);
    }
  }

  /** The terms of the post that the cluster knows, by what they add to the similarity. */
  private List<String> sharedTerms(int slot) {
    best.clear();
    for (int i = 0; i < vector.size(); i++) {
      Postings postings = terms.postings(vector.term(i));
      int at = postings == null ? -1 : postings.find(slot);
      if (postings != null && at >= 0) {
        best.offer(vector.term(i), (double) vector.weight(i) * postings.weight(at));
      }
    }
    return best.words(terms);
  }

  /** Takes the post in {@code vector} out of the cluster of a group that is most like it. */
  private void takeOut(long group) {
    int from = Matcher.NONE;
    double most = -1;
    for (long number : word.family(group)) {
      int slot = clusters.find(number);
      double likeness = slot < 0 ? -1 : likeness(slot);
      if (likeness > most) {
        most = likeness;
        from = slot;
      }
    }
    if (from != Matcher.NONE) {
      centroids.subtract(from, vector);
    }
  }

  private double likeness(int slot) {
    double product = 0;
    for (int i = 0; i < vector.size(); i++) {
      Postings postings = terms.postings(vector.term(i));
      int at = postings == null ? -1 : postings.find(slot);
      product += postings == null || at < 0 ? 0 : vector.weight(i) * postings.weight(at);
    }
    return product * clusters.factor(slot);
  }

  private long known(long group) {
    if (group < 1 || group > lastNumber) {
      throw new IllegalArgumentException(
          "there is no group %d: the last one is %d".formatted(group, lastNumber));
    }
    return group;
  }
}
