package dev.switchboard.bench.triage;

import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.classify.ClassifierOptions;
import dev.switchboard.engine.triage.classify.Evaluation;
import dev.switchboard.engine.triage.classify.Labelled;
import dev.switchboard.engine.triage.classify.Prediction;
import dev.switchboard.engine.triage.classify.TextClassifier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import opennlp.tools.doccat.DoccatModel;

/**
 * Posts a second of the whole decision (text in, decision out, a classifier of the brand's own
 * included), on one thread and on two, beside Apache OpenNLP trained on the same rows; macro-F1 of
 * both, each airline tested by models trained on the others: {@code TriageBench AIRLINE_CSV}.
 */
public final class TriageBench {
  private static final int ROUNDS = 11;
  private static final int POSTS_PER_ROUND = 40_000;
  private static final long SEED = 7;

  private TriageBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: TriageBench AIRLINE_CSV");
      System.exit(2);
    }
    AirlineRows data = AirlineRows.read(Path.of(args[0]));
    quality(data);
    List<String> texts = data.rows().stream().map(AirlineRows.Row::text).toList();
    List<Post> posts = texts.stream().map(TriageBench::post).toList();
    DefaultTriage plain = DefaultTriage.load();
    DefaultTriage learned = plain.withIntents(classifier(data.rows()));
    DoccatModel peer = OpenNlpPeer.train(data.rows());
    for (int threads = 1; threads <= 2; threads++) {
      print("default decision", threads, () -> i -> ask(plain, posts, i));
      print("decision with a learned classifier", threads, () -> i -> ask(learned, posts, i));
      print(
          "OpenNLP word 1-3-grams",
          threads,
          () -> {
            OpenNlpPeer own = OpenNlpPeer.of(peer);
            return i -> own.categorize(texts.get(i % texts.size())).length();
          });
    }
  }

  private static int ask(DefaultTriage triage, List<Post> posts, int i) {
    return triage.decide(posts.get(i % posts.size())).reasons().size();
  }

  private static void quality(AirlineRows data) throws IOException {
    double ours = 0;
    double theirs = 0;
    for (String airline : data.airlines()) {
      List<AirlineRows.Row> train = data.without(airline);
      TextClassifier classifier = classifier(train);
      OpenNlpPeer peer = OpenNlpPeer.of(OpenNlpPeer.train(train));
      List<Evaluation.Outcome> own = new ArrayList<>();
      List<Evaluation.Outcome> others = new ArrayList<>();
      for (AirlineRows.Row row : data.of(airline)) {
        own.add(new Evaluation.Outcome(row.sentiment(), classifier.predict(row.text())));
        String said = peer.categorize(row.text());
        Prediction sure = new Prediction(said, 1, List.of(said), List.of(1f));
        others.add(new Evaluation.Outcome(row.sentiment(), sure));
      }
      ours += Evaluation.of(own).macroF1();
      theirs += Evaluation.of(others).macroF1();
    }
    int n = data.airlines().size();
    System.out.printf(
        "macro-F1, each airline by models of the others: %.3f, OpenNLP %.3f%n",
        ours / n, theirs / n);
  }

  private static TextClassifier classifier(List<AirlineRows.Row> rows) {
    List<Labelled> texts =
        rows.stream().map(row -> new Labelled(row.text(), row.sentiment())).toList();
    return TextClassifier.train(texts, ClassifierOptions.DEFAULT.uncalibrated(), SEED);
  }

  private static void print(String name, int threads, Supplier<IntUnaryOperator> maker)
      throws InterruptedException {
    double[] rates = new double[ROUNDS];
    double[] cpuRates = new double[ROUNDS];
    long[] bytes = new long[threads];
    long[] cpuNanos = new long[threads];
    int[] sums = new int[threads];
    for (int round = 0; round < ROUNDS; round++) {
      Thread[] running = new Thread[threads];
      long start = System.nanoTime();
      for (int t = 0; t < threads; t++) {
        int own = t;
        running[t] = Thread.ofPlatform().start(() -> run(own, maker.get(), bytes, cpuNanos, sums));
      }
      for (Thread thread : running) {
        thread.join();
      }
      cpuRates[round] = POSTS_PER_ROUND * threads * 1e9 / Arrays.stream(cpuNanos).sum();
      rates[round] = (double) POSTS_PER_ROUND * threads * 1e9 / (System.nanoTime() - start);
    }
    Arrays.sort(rates);
    Arrays.sort(cpuRates);
    System.out.printf(
        "%-36s %d thread(s): %,.0f posts/s (median of %d), %,.0f a second of CPU, %d bytes a post%n",
        name, threads, rates[ROUNDS / 2], ROUNDS, cpuRates[ROUNDS / 2], bytes[0] / POSTS_PER_ROUND);
  }

  private static void run(
      int own, IntUnaryOperator job, long[] bytes, long[] cpuNanos, int[] sums) {
    var counter = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = counter.getCurrentThreadAllocatedBytes();
    long cpuBefore = counter.getCurrentThreadCpuTime();
    for (int i = 0; i < POSTS_PER_ROUND; i++) {
      sums[own] += job.applyAsInt(i);
    }
    cpuNanos[own] = counter.getCurrentThreadCpuTime() - cpuBefore;
    bytes[own] = counter.getCurrentThreadAllocatedBytes() - before;
  }

  private static Post post(String text) {
    return new Post(
        "1",
        ChannelName.parse("x:airline"),
        null,
        "author",
        text,
        Instant.EPOCH,
        Direction.IN,
        PostKind.MENTION,
        null,
        null,
        null,
        null,
        AuthorChange.WRITTEN,
        null);
  }
}
