package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Numbers that are well mixed already, without boxes: open addressing, linear probing. */
final class LongSet {
  private static final int FIRST_PLACES = 64;

  private long[] places = new long[FIRST_PLACES];
  private int size;

  /** Adds a number; whether it was not there. 0 stands for 1. */
  boolean add(long number) {
    long key = number == 0 ? 1 : number;
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

  boolean contains(long number) {
    long key = number == 0 ? 1 : number;
    return places[place(key)] == key;
  }

  int size() {
    return size;
  }

  private int place(long key) {
    int place = (int) (key ^ (key >>> 32)) & (places.length - 1);
    while (places[place] != 0 && places[place] != key) {
      place = (place + 1) & (places.length - 1);
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

  static LongSet read(DataInput in) throws IOException {
    LongSet read = new LongSet();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      read.add(in.readLong());
    }
    return read;
  }
}
