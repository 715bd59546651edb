package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which author was counted in which streams. What is known of one author stands close together: a
 * report asks for all of it, and each place far from the last costs more than the rest. Open
 * addressing, at most half full, nothing is ever removed.
 */
final class AuthorSet {
  private static final int FIRST_PLACES = 64;

  /** So many bits of a key are its author's. */
  private static final int AUTHOR_BITS = 22;

  /** What an author holds beyond this stands wherever there is room. */
  private static final int NEAR = 32;

  private long[] places = new long[FIRST_PLACES];
  private int size;

  /**
   * An author's place in a stream: 64 bits of which two of a million are equal with a chance below
   * one in ten million, if they are of different authors.
   */
  static long key(long author, long inStream) {
    long own = author * 0x9E3779B97F4A7C15L >>> Long.SIZE - AUTHOR_BITS;
    long key = own << Long.SIZE - AUTHOR_BITS | inStream >>> AUTHOR_BITS;
    return key == 0 ? 1 : key;
  }

  /** Adds a key; whether it was not there. */
  boolean add(long key) {
    int place = place(key);
    if (places[place] == key) {
      return false;
    }
    places[place] = key;
    size++;
    if (size * 2 > places.length) {
      grow();
    }
    return true;
  }

  boolean contains(long key) {
    return places[place(key)] == key;
  }

  /** Where the key is or would be. */
  private int place(long key) {
    int last = places.length - 1;
    int place = (int) (key >>> Long.SIZE - AUTHOR_BITS) & last;
    for (int tried = 0; places[place] != 0 && places[place] != key; tried++) {
      place = tried == NEAR ? (int) key & last : place + 1 & last;
    }
    return place;
  }

  private void grow() {
    long[] old = places;
    places = new long[old.length * 2];
    for (long key : old) {
      if (key != 0) {
        places[place(key)] = key;
      }
    }
  }

  void write(DataOutput out) throws IOException {
    // In order, so that equal sets have equal bytes.
    out.writeInt(size);
    for (long key : Arrays.stream(places).filter(key -> key != 0).sorted().toArray()) {
      out.writeLong(key);
    }
  }

  static AuthorSet read(DataInput in) throws IOException {
    AuthorSet read = new AuthorSet();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      read.add(in.readLong());
    }
    return read;
  }
}
