package dev.switchboard.store.intake;

import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.PostKey;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Keys as rows. */
final class Rows {
  private Rows() {}

  static PostKey postKey(ResultSet row) throws SQLException {
    return new PostKey(new ChannelName(row.getString(1), row.getString(2)), row.getString(3));
  }

  static PostAuthor author(ResultSet row) throws SQLException {
    return new PostAuthor(row.getInt(1), row.getString(2), row.getString(3));
  }
}
