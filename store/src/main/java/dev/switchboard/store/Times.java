package dev.switchboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Instants as PostgreSQL's driver wants them: {@code timestamptz}, cut to microseconds as {@link
 * RowBuffer} does; the driver itself would round.
 */
public final class Times {
  private Times() {}

  public static OffsetDateTime sql(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  public static @Nullable OffsetDateTime sqlOrNull(@Nullable Instant at) {
    return at == null ? null : sql(at);
  }

  public static Instant read(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(find(row, column), column);
  }

  public static @Nullable Instant find(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
