package dev.switchboard.channels.file;

import java.io.IOException;
import java.io.InputStream;

/** The file below {@link FileReplies}, so that tests can let the disk fail. */
interface ReplyFile extends AutoCloseable {
  /** Bytes in the file; creates it if it is missing. */
  long size() throws IOException;

  /** The last byte; asked only of a file that is not empty. */
  int lastByte() throws IOException;

  /** Writes behind what is there; on an error any part of it may have been written. */
  void append(byte[] bytes) throws IOException;

  /** Returns when all that was written is on the disk. */
  void force() throws IOException;

  /** A stream of what is there from the start. */
  InputStream read() throws IOException;

  @Override
  void close() throws IOException;
}
