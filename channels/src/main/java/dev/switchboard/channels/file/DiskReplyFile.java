package dev.switchboard.channels.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file on the disk. It writes through RandomAccessFile because an interrupt would close a
 * FileChannel halfway through a reply.
 */
final class DiskReplyFile implements ReplyFile {
  private final Path path;
  private @Nullable RandomAccessFile file;

  DiskReplyFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  @Override
  public long size() throws IOException {
    return file().length();
  }

  @Override
  public int lastByte() throws IOException {
    RandomAccessFile open = file();
    open.seek(open.length() - 1);
    return open.read();
  }

  @Override
  public void append(byte[] bytes) throws IOException {
    RandomAccessFile open = file();
    open.seek(open.length());
    open.write(bytes);
  }

  @Override
  public void force() throws IOException {
    file().getFD().sync();
  }

  @Override
  public InputStream read() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  private RandomAccessFile file() throws IOException {
    if (file == null) {
      Path folder = Objects.requireNonNull(path.getParent(), "the path is no file");
      Files.createDirectories(folder);
      RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
      try {
        forceFolder(folder);
      } catch (IOException e) {
        opened.close();
        throw e;
      }
      file = opened;
    }
    return file;
  }

  /**
   * A new file is safe only when its name is on the disk too. A pending interrupt would close the
   * folder's channel, so it is put off until that is done.
   */
  private static void forceFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
