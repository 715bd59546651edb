package dev.switchboard.channels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads sources to their end. */
public final class Sources {
  private Sources() {}

  /** All lines; the source is closed. */
  public static List<SourceLine> readAll(PostSource source) throws IOException {
    try (source) {
      List<SourceLine> all = new ArrayList<>();
      for (SourceLine line = source.next(); line != null; line = source.next()) {
        all.add(line);
      }
      return all;
    }
  }
}
