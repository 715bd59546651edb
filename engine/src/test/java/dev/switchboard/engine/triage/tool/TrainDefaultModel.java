package dev.switchboard.engine.triage.tool;

import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.model.FtrlProximal;
import dev.switchboard.engine.triage.model.FtrlSettings;
import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.model.LinearModelBytes;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes the default model, byte for byte the same each time: {@code TrainDefaultModel
 * PERMISSIVE_FOLDER MODEL_FILE}.
 *
 * <p>A hashed feature is kept only if texts of several events or intents have it: what tells one
 * flood from one bank is not what tells a request from chatter.
 */
final class TrainDefaultModel {
  static final int BITS = 18;
  private static final int VERSION = 1;
  private static final long SEED = 20_260_101;
  private static final int EPOCHS = 3;
  private static final int MIN_DOMAINS = 6;
  private static final FtrlSettings SETTINGS = new FtrlSettings(0.5f, 1, 0.05f, 0.05f);

  /** The learned half comes from bank customers: it speaks with half a voice beside the cues. */
  private static final float TRUST = 0.5f;

  /** Missing somebody is worse than bothering an agent: in doubt the model leans to help. */
  private static final float LEANING = 0.8f;

  private TrainDefaultModel() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: TrainDefaultModel PERMISSIVE_FOLDER MODEL_FILE");
      System.exit(2);
    }
    byte[] bytes = LinearModelBytes.write(train(PermissiveData.read(Path.of(args[0]))));
    Files.write(Path.of(args[1]), bytes);
    System.out.printf("%s: %,d bytes%n", args[1], bytes.length);
  }

  static LinearModel train(List<Sample> samples) {
    FeatureExtractor extractor = new FeatureExtractor(ShippedModel.lexicon(), BITS);
    BitSet general = general(samples, extractor);
    long help = samples.stream().filter(s -> s.label() == 1).count();
    float[] importance = {
      samples.size() / 2f / (samples.size() - help), samples.size() / 2f / help
    };
    FtrlProximal learner = new FtrlProximal(2, BITS, SETTINGS);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i : shuffled(samples.size(), random)) {
        Sample sample = samples.get(i);
        Features features = extractor.read(sample.text());
        features.keepOnly(general);
        learner.learn(features, sample.label(), importance[sample.label()]);
      }
    }
    return withPriors(learner.toModel(VERSION));
  }

  /** The hashed features that texts of at least MIN_DOMAINS domains have. */
  private static BitSet general(List<Sample> samples, FeatureExtractor extractor) {
    int places = Features.places(BITS);
    List<String> domains = samples.stream().map(Sample::domain).distinct().sorted().toList();
    int[] seen = new int[places];
    for (String domain : domains) {
      BitSet inDomain = new BitSet(places);
      for (Sample sample : samples) {
        if (sample.domain().equals(domain)) {
          Features features = extractor.read(sample.text());
          for (int i = 0; i < features.words(); i++) {
            inDomain.set(features.word(i));
          }
          for (int i = 0; i < features.chars(); i++) {
            inDomain.set(features.chars(i));
          }
        }
      }
      inDomain.stream().forEach(place -> seen[place]++);
    }
    BitSet general = new BitSet(places);
    for (int place = 0; place < places; place++) {
      general.set(place, seen[place] >= MIN_DOMAINS);
    }
    return general;
  }

  private static LinearModel withPriors(LinearModel learned) {
    float[] weights = new float[Features.places(BITS)];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = learned.weight(place, 1) * TRUST;
    }
    for (Signal signal : Signal.values()) {
      weights[signal.ordinal()] = SignalPriors.needsHelp(signal);
    }
    weights[LinearModel.BIAS] += LEANING;
    return LinearModel.ofTwoClasses(BITS, VERSION, weights);
  }

  private static int[] shuffled(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
