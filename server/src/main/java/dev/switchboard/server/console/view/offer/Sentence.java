package dev.switchboard.server.console.view.offer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of routing with the moments in it as such, so that a page words them for its reader.
 */
public record Sentence(List<Piece> pieces) {
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");

  /** A piece of the text, or a moment. */
  public record Piece(String text, @Nullable Instant at) {}

  public Sentence {
    pieces = List.copyOf(pieces);
  }

  public static Sentence of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher moment = MOMENT.matcher(text);
    int end = 0;
    while (moment.find()) {
      Instant at = read(moment.group());
      if (at != null) {
        pieces.add(new Piece(text.substring(end, moment.start()), null));
        pieces.add(new Piece("", at));
        end = moment.end();
      }
    }
    pieces.add(new Piece(text.substring(end), null));
    return new Sentence(pieces);
  }

  private static @Nullable Instant read(String moment) {
    try {
      return Instant.parse(moment);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
