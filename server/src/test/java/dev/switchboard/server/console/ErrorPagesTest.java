package dev.switchboard.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

final class ErrorPagesTest {
  private final ErrorPages pages = new ErrorPages(new Assets(), new Pages());

  @Test
  void aDatabaseThatIsAwayIsSaidToBeAwayAndToComeBack() {
    JdbiException away = new ConnectionException(new SQLException("refused", "08001"));
    ResponseEntity<String> page = pages.away(away);
    assertThat(page.getStatusCode().value()).isEqualTo(503);
    assertThat(page.getBody()).contains("The database is away", "drafts are kept", "<html lang");
  }

  @Test
  void aMistakeOfOursIsNotBlamedOnTheReader() {
    JdbiException wrong = new ConnectionException(new SQLException("no such column", "42703"));
    ResponseEntity<String> page = pages.away(wrong);
    assertThat(page.getStatusCode().value()).isEqualTo(500);
    assertThat(page.getBody()).contains("This is our mistake").doesNotContain("column");
  }

  @Test
  void whatPeopleSentIsShownAsTextAndNeverAsMarkup() {
    ResponseEntity<String> page = pages.missing(new NoSuchPage("<script>alert(1)</script>"));
    assertThat(page.getBody()).doesNotContain("<script>alert").contains("&lt;script&gt;");
  }
}
