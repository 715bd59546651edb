package dev.switchboard.store;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A column of a {@link RowBuffer}. */
record Column(String name, Type type) {

  /** The types that rows are made of, with their numbers in PostgreSQL's catalogue (pg_type). */
  enum Type {
    BOOL(16),
    INT8(20),
    INT4(23),
    TEXT(25),
    FLOAT4(700),
    TIMESTAMPTZ(1184),
    JSONB(3802);

    final int oid;

    Type(int oid) {
      this.oid = oid;
    }

    /** The catalogue's name of an array of this type. */
    String arrayName() {
      return "_" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads for example {@code "id int8"}. */
  static Column of(String nameAndType) {
    String[] parts = nameAndType.split(" ", 2);
    return new Column(parts[0], Type.valueOf(parts[1].toUpperCase(Locale.ROOT)));
  }

  static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
