package dev.switchboard.channels.lines;

import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file where an earlier reading of it stopped. */
public final class Resuming {
  private Resuming() {}

  /**
   * A stream that starts at the given place.
   *
   * @throws UnreadableSource if that place is not behind a line of the file, so that the file is
   *     not the one that was read before
   */
  public static InputStream open(Path file, ResumePoint at) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      if (at.position() > 0 && !isBehindLine(channel, at.position())) {
        throw new UnreadableSource(
            file
                + " has changed since it was read up to byte "
                + at.position()
                + ": import it from its start");
      }
      channel.position(at.position());
      return Channels.newInputStream(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isBehindLine(SeekableByteChannel channel, long position)
      throws IOException {
    if (position >= channel.size()) {
      return position == channel.size();
    }
    ByteBuffer before = ByteBuffer.allocate(1);
    channel.position(position - 1);
    return channel.read(before) == 1 && before.get(0) == '\n';
  }
}
