package dev.switchboard.server.api;

import dev.switchboard.server.web.DatabaseAway;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong in a call of the API, as a problem in words; never a stack trace. */
@RestControllerAdvice("dev.switchboard.server.api")
public final class ApiErrors {
  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  @ExceptionHandler
  public ResponseEntity<Object> wrong(IllegalArgumentException e) {
    return Problems.of(HttpStatus.BAD_REQUEST, "bad-request", String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  public ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException e) {
    return Problems.of(
        HttpStatus.BAD_REQUEST,
        "bad-request",
        "%s can't be \"%s\"".formatted(e.getName(), e.getValue()));
  }

  @ExceptionHandler
  public ResponseEntity<Object> unreadable(HttpMessageNotReadableException e) {
    return Problems.of(
        HttpStatus.BAD_REQUEST, "bad-request", "The body must be a JSON object: " + cause(e));
  }

  /** The database is away for a moment; nothing was promised. */
  @ExceptionHandler
  public ResponseEntity<Object> away(JdbiException e) {
    if (DatabaseAway.is(e)) {
      return Problems.later(
          HttpStatus.SERVICE_UNAVAILABLE, "The database is away; try again.", RETRY);
    }
    log.error("A call failed", e);
    return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "This is our mistake.");
  }

  private static String cause(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    int line = message.indexOf('\n');
    return line < 0 ? message : message.substring(0, line);
  }
}
