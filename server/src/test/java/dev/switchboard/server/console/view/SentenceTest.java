package dev.switchboard.server.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.console.view.offer.Sentence;
import dev.switchboard.server.console.view.offer.Sentence.Piece;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SentenceTest {
  @Test
  void momentsOfASentenceAreForThePageToWord() {
    assertThat(Sentence.of("ann had no case since 2026-02-02T09:00:00Z. Nobody else.").pieces())
        .containsExactly(
            new Piece("ann had no case since ", null),
            new Piece("", Instant.parse("2026-02-02T09:00:00Z")),
            new Piece(". Nobody else.", null));
    assertThat(Sentence.of("at 2026-99-99T09:00:00Z").pieces())
        .containsExactly(new Piece("at 2026-99-99T09:00:00Z", null));
    assertThat(Sentence.of("").pieces()).containsExactly(new Piece("", null));
  }
}
