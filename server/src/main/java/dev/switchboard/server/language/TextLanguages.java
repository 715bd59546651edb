package dev.switchboard.server.language;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;
import com.carrotsearch.labs.langid.Model;
import dev.switchboard.engine.triage.language.Guess;
import dev.switchboard.engine.triage.language.LanguageIdentifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Tells languages with langid: naive Bayes over byte n-grams that were chosen to tell languages
 * apart rather than domains (Lui and Baldwin, "Cross-domain Feature Selection for Language
 * Identification", IJCNLP 2011). Its model, some 5 MB, is loaded when it is first needed. Any
 * thread; docs/adr/0016 says why this library.
 */
public final class TextLanguages implements LanguageIdentifier {
  /** A classifier is for one thread and takes 100 kB; more than these are made and thrown away. */
  private static final int MAX_KEPT_CLASSIFIERS = 16;

  private final LanguageSettings settings;
  private final ArrayBlockingQueue<LangIdV3> free = new ArrayBlockingQueue<>(MAX_KEPT_CLASSIFIERS);
  private volatile @Nullable Model model;

  public TextLanguages(LanguageSettings settings) {
    this.settings = settings;
  }

  /** Loads the model now, so that no post waits for it. */
  public void load() {
    if (!settings.isOff()) {
      model();
    }
  }

  @Override
  public Optional<Guess> guess(String words) {
    if (settings.isOff()) {
      return Optional.empty();
    }
    LangIdV3 classifier = free.poll();
    if (classifier == null) {
      classifier = new LangIdV3(model());
    }
    DetectedLanguage found = classifier.classify(words, true);
    Guess guess = new Guess(tag(found.getLangCode()), share(found.getConfidence()));
    var _ = free.offer(classifier);
    return Optional.of(guess);
  }

  private Model model() {
    Model loaded = model;
    if (loaded == null) {
      synchronized (this) {
        loaded = model;
        if (loaded == null) {
          loaded = Model.detectOnly(withNorwegians(settings.languages()));
          model = loaded;
        }
      }
    }
    return loaded;
  }

  /** The model knows three Norwegians; who names one means all. */
  private static Set<String> withNorwegians(Set<String> languages) {
    Set<String> all = new HashSet<>(languages);
    if (all.contains("no")) {
      all.add("nb");
      all.add("nn");
    }
    return all;
  }

  private static String tag(String code) {
    return code.equals("nb") || code.equals("nn") ? "no" : code;
  }

  /** Rounding may carry it beyond. */
  private static double share(double confidence) {
    return Math.clamp(confidence, 0, 1);
  }
}
