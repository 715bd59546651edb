package dev.switchboard.server.demo;

import dev.switchboard.engine.post.Direction;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.PostRow;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Finds words for a case, in its customer's language, signed with the agent's initials. */
final class AnswerWriter {
  private static final double REFERS_TO_EARLIER = 0.7;

  private final Phrasebook book;
  private final TruthBook truths;
  private final String signature;

  AnswerWriter(Phrasebook book, TruthBook truths, String agent) {
    this.book = book;
    this.truths = truths;
    this.signature = " ^" + AgentNames.initials(agent);
  }

  String answer(CaseDetail detail, Random random) {
    Truth truth = truthOf(detail);
    String section;
    if (answeredBefore(detail) && random.nextDouble() < REFERS_TO_EARLIER) {
      section = Phrasebook.ANSWER_AGAIN;
    } else {
      section = truth == null ? Phrasebook.ANSWER_GENERAL : truth.intent().answerSection();
    }
    return book.of(language(detail, truth)).say(section, new Facts(), random) + signature;
  }

  /** True for what no company answers. */
  boolean isNoise(CaseDetail detail) {
    Truth truth = truthOf(detail);
    return truth != null
        && !answeredBefore(detail)
        && (truth.intent() == Intent.SPAM || truth.intent() == Intent.VIRAL);
  }

  /** True if the customer's last word, after an answer, is thanks. */
  boolean isThanks(CaseDetail detail) {
    Truth truth = truthOf(detail);
    return truth != null && truth.intent() == Intent.THANKS && answeredBefore(detail);
  }

  /** The truth of the customer's latest post that the demo wrote, or null. */
  private @Nullable Truth truthOf(CaseDetail detail) {
    for (PostRow post : detail.posts().reversed()) {
      Truth truth = post.direction() == Direction.IN ? truths.find(post.externalId()) : null;
      if (truth != null) {
        return truth;
      }
    }
    return null;
  }

  private static boolean answeredBefore(CaseDetail detail) {
    return detail.posts().stream().anyMatch(post -> post.direction() == Direction.OUT);
  }

  private static String language(CaseDetail detail, @Nullable Truth truth) {
    if (truth != null) {
      return truth.language();
    }
    String declared = detail.row().language();
    return declared == null ? "en" : declared;
  }
}
