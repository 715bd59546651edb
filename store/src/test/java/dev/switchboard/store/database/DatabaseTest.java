package dev.switchboard.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.store.testing.SpineTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Databases that somebody else runs. */
class DatabaseTest extends SpineTest {

  @Test
  void anAddressMayBeWrittenInEachOfTheUsualWays() {
    URI jdbc = URI.create(database.url().substring("jdbc:".length()));
    String place = jdbc.getHost() + ":" + jdbc.getPort() + jdbc.getPath();
    for (String url :
        new String[] {
          "jdbc:postgresql://" + place + "?user=postgres",
          "postgresql://" + place + "?user=postgres",
          "postgres://" + place + "?user=postgres",
          "postgresql://postgres@" + place,
          "postgres://postgres:se%40cret%2F@" + place + "?connectTimeout=5"
        }) {
      try (Database opened = Database.external(url)) {
        assertThat(opened.isUp()).as(url).isTrue();
        assertThat(opened.server()).isNull();
      }
    }
  }

  @Test
  void nobodyThereIsSaidInWords() {
    assertThatThrownBy(() -> Database.external("postgresql://127.0.0.1:1/nowhere?user=me"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("The database can't be reached: ");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInWordsWithoutThePassword() {
    URI jdbc = URI.create(database.url().substring("jdbc:".length()));
    assertThatThrownBy(
            () ->
                Database.external(
                    "postgresql://postgres:secret@127.0.0.1:%d/nowhere".formatted(jdbc.getPort())))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("\"nowhere\" does not exist")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatIsNoAddressIsRefusedWithoutShowingIt() {
    for (String url :
        new String[] {
          "", "localhost", "mysql://me:secret@host/db", "postgres://me:sec ret@host/db"
        }) {
      assertThatThrownBy(() -> Database.external(url))
          .as(url)
          .isInstanceOf(DatabaseException.class)
          .hasMessageStartingWith("A database is given as postgresql://")
          .hasMessageNotContaining("ret");
    }
  }

  @Test
  void openingTwiceChangesNothing() {
    long migrations = spine.count("flyway_schema_history");
    assertThat(migrations).isPositive();
    try (Database again = Database.external(database.url())) {
      assertThat(again.setting("server_version_num")).isNotBlank();
    }
    assertThat(spine.count("flyway_schema_history")).isEqualTo(migrations);
  }
}
