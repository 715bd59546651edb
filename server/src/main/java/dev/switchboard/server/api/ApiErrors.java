package dev.switchboard.server.api;

import dev.switchboard.server.web.DatabaseAway;
import dev.switchboard.server.web.NotYou;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What goes wrong in a call of the API, as a problem in words; never a stack trace. */
@RestControllerAdvice("dev.switchboard.server.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ApiErrors {
  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  @ExceptionHandler
  public ResponseEntity<Object> wrong(IllegalArgumentException e) {
    return Problems.of(HttpStatus.BAD_REQUEST, "bad-request", String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  public ResponseEntity<Object> noSuchBrand(KnownBrands.NoSuchBrand e) {
    return Problems.of(HttpStatus.NOT_FOUND, "not-found", String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  public ResponseEntity<Object> notYou(NotYou e) {
    return Problems.of(HttpStatus.FORBIDDEN, "not-allowed", String.valueOf(e.getMessage()));
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
        HttpStatus.BAD_REQUEST, "bad-request", "The body must be a JSON object: " + problem(e));
  }

  /** The database is away for a moment; nothing was promised. */
  @ExceptionHandler
  public ResponseEntity<Object> away(JdbiException e) {
    return DatabaseAway.is(e)
        ? Problems.later(HttpStatus.SERVICE_UNAVAILABLE, "The database is away; try again.", RETRY)
        : ours(e);
  }

  @ExceptionHandler
  public ResponseEntity<Object> other(RuntimeException e) {
    return e instanceof ErrorResponse known
        ? Problems.of(
            HttpStatus.valueOf(known.getStatusCode().value()),
            "bad-request",
            String.valueOf(known.getBody().getDetail()))
        : ours(e);
  }

  private static ResponseEntity<Object> ours(RuntimeException e) {
    log.error("A call failed", e);
    return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "This is our mistake.");
  }

  private static String problem(HttpMessageNotReadableException e) {
    if (!(e.getCause() instanceof JacksonException json)) {
      return "there is none.";
    }
    String field = json.getPath().isEmpty() ? null : json.getPath().getLast().getPropertyName();
    TokenStreamLocation at = json.getLocation();
    String what = field == null ? "it is none" : "\"%s\" is of another type".formatted(field);
    return at == null || at.getLineNr() < 1
        ? what + "."
        : "%s, at line %d, column %d.".formatted(what, at.getLineNr(), at.getColumnNr());
  }
}
