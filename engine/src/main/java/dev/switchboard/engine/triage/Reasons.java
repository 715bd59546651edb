package dev.switchboard.engine.triage;

import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Signal;
import dev.switchboard.engine.triage.text.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Why: the cues and words that weighed most towards the answer given, and how the post came. */
final class Reasons {
  private static final int MAX_CUES = 3;
  private static final int MIN_WORD_CHARS = 4;

  /** Less than this in log-odds is no reason. */
  private static final float MIN_WEIGHT = 0.15f;

  private Reasons() {}

  static List<String> of(
      PostKind kind, boolean needsHelp, FeatureExtractor extractor, Carrying carrying) {
    List<String> reasons = new ArrayList<>(MAX_CUES + 1);
    addCues(needsHelp, extractor, carrying, reasons);
    if (reasons.isEmpty()) {
      addStrongestWord(needsHelp, extractor, carrying, reasons);
    }
    addManner(kind, needsHelp, carrying.features(), reasons);
    return reasons;
  }

  /** The strongest cues first; there are few, so looking three times beats sorting. */
  private static void addCues(
      boolean needsHelp, FeatureExtractor extractor, Carrying carrying, List<String> reasons) {
    float ceiling = Float.POSITIVE_INFINITY;
    while (reasons.size() < MAX_CUES) {
      float best = MIN_WEIGHT;
      for (int i = 0; i < extractor.cues(); i++) {
        float weight = towards(needsHelp, carrying.cue(extractor.cueSignal(i)));
        if (weight > best && weight < ceiling) {
          best = weight;
        }
      }
      if (best == MIN_WEIGHT) {
        return;
      }
      for (int i = 0; i < extractor.cues() && reasons.size() < MAX_CUES; i++) {
        float weight = towards(needsHelp, carrying.cue(extractor.cueSignal(i)));
        String phrase = extractor.cueReason(i);
        if (weight == best && !reasons.contains(phrase)) {
          reasons.add(phrase);
        }
      }
      ceiling = best;
    }
  }

  private static void addStrongestWord(
      boolean needsHelp, FeatureExtractor extractor, Carrying carrying, List<String> reasons) {
    int strongest = -1;
    float best = MIN_WEIGHT;
    for (int i = 0; i < extractor.spoken(); i++) {
      float weight = towards(needsHelp, carrying.word(extractor, i));
      if (weight > best && isWord(extractor, i)) {
        best = weight;
        strongest = i;
      }
    }
    if (strongest >= 0) {
      reasons.add("'" + extractor.tokens().text(extractor.spokenToken(strongest)) + "'");
    }
  }

  private static boolean isWord(FeatureExtractor extractor, int i) {
    int token = extractor.spokenToken(i);
    TokenKind kind = extractor.tokens().kind(token);
    return (kind == TokenKind.WORD || kind == TokenKind.HASHTAG)
        && extractor.tokens().chars(token) >= MIN_WORD_CHARS;
  }

  private static void addManner(
      PostKind kind, boolean needsHelp, Features features, List<String> reasons) {
    switch (kind) {
      case DIRECT -> reasons.add("a direct message");
      case REPOST -> reasons.add("passed on from others");
      case MENTION, REPLY -> {
        if (needsHelp && features.strength(Signal.QUESTION) > 0) {
          reasons.add("question to the brand");
        }
      }
      case QUOTE -> {}
    }
  }

  private static float towards(boolean needsHelp, float weight) {
    return needsHelp ? weight : -weight;
  }
}
