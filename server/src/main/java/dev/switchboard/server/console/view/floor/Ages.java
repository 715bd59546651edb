package dev.switchboard.server.console.view.floor;

import dev.switchboard.server.console.view.Words;
import dev.switchboard.store.floor.OpenWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How long those wait who wait, as a bar of pieces. */
public record Ages(List<Piece> pieces) {
  private static final int WIDTH = 100;

  /**
   * A piece of the bar.
   *
   * @param band from 0, the youngest
   * @param x where it begins, and {@code width} how wide it is, of 100
   */
  public record Piece(int band, double x, double width, String words) {}

  static Ages of(OpenWork work) {
    List<Piece> pieces = new ArrayList<>();
    double x = 0;
    for (int band = 0; band < work.waitingByAge().size(); band++) {
      long cases = work.waitingByAge().get(band);
      if (cases > 0) {
        double width = (double) WIDTH * cases / work.waiting();
        pieces.add(new Piece(band, x, width, Words.count(cases) + " " + age(band)));
        x += width;
      }
    }
    return new Ages(pieces);
  }

  private static String age(int band) {
    List<Duration> bands = OpenWork.BANDS;
    if (band == 0) {
      return "under " + Words.length(bands.getFirst());
    }
    return band == bands.size()
        ? "over " + Words.length(bands.getLast())
        : "under " + Words.length(bands.get(band));
  }

  public String words() {
    return pieces.stream().map(Piece::words).collect(Collectors.joining(", "));
  }
}
