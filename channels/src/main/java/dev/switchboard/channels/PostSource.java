package dev.switchboard.channels;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Posts read one at a time, in the order of the file, in bounded memory. For one thread.
 *
 * <p>A line that cannot be read as a post is handed out as {@link ParsedLine.Bad} and does not stop
 * the source.
 */
public interface PostSource extends AutoCloseable {
  /**
   * The next line, or null at the end.
   *
   * @throws IOException if the file cannot be read on; worth a retry from the last {@link
   *     SourceLine#next()}
   */
  @Nullable SourceLine next() throws IOException;

  @Override
  void close() throws IOException;
}
