package dev.switchboard.server.console;

import dev.switchboard.server.people.Passwords;
import dev.switchboard.server.web.DatabaseAway;
import dev.switchboard.server.web.Denials;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong on a page, as a page in the same look; for programs, as a problem. */
@RestController
@RestControllerAdvice("dev.switchboard.server.console")
final class ErrorPages implements ErrorController {
  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  private final Assets assets;
  private final Pages pages;

  ErrorPages(Assets assets, Pages pages) {
    this.assets = assets;
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> missing(NoSuchPage e) {
    return page(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<String> wrong(IllegalArgumentException e) {
    return page(HttpStatus.BAD_REQUEST, e.getMessage());
  }

  /** Nothing was looked at, nothing counted: worth another try. */
  @ExceptionHandler
  ResponseEntity<String> busy(Passwords.TooBusy e) {
    return page(HttpStatus.SERVICE_UNAVAILABLE, "One moment", e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<String> away(JdbiException e) {
    if (DatabaseAway.is(e)) {
      return page(HttpStatus.SERVICE_UNAVAILABLE, null);
    }
    log.error("A page failed", e);
    return page(HttpStatus.INTERNAL_SERVER_ERROR, null);
  }

  /** What the web server itself refuses, or nobody else caught. */
  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(HttpServletRequest request) {
    return page(status(request), why(request));
  }

  /** What the check of access said, if it was that. */
  private static @Nullable String why(HttpServletRequest request) {
    return request.getAttribute(Denials.SENTENCE) instanceof String said ? said : null;
  }

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    HttpStatus status = status(request);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence(status));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    // Whoever asks for this page itself has asked for one that is not there.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  ResponseEntity<String> page(HttpStatusCode code, @Nullable String sentence) {
    return page(code, title(HttpStatus.valueOf(code.value())), sentence);
  }

  private ResponseEntity<String> page(
      HttpStatusCode code, String title, @Nullable String sentence) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    ResponseEntity<String> page =
        pages.page(
            status,
            "error",
            Map.of(
                "assets",
                assets.folder(),
                "code",
                status.value(),
                "title",
                title,
                "sentence",
                sentence == null ? sentence(status) : sentence));
    // What is not there is not to be found either.
    return ResponseEntity.status(status)
        .headers(page.getHeaders())
        .header("X-Robots-Tag", "noindex")
        .body(page.getBody());
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "There is nothing here";
      case FORBIDDEN -> "That was not allowed";
      case SERVICE_UNAVAILABLE -> "The database is away";
      case BAD_REQUEST, METHOD_NOT_ALLOWED -> "That could not be understood";
      default -> status.is5xxServerError() ? "Something broke" : status.getReasonPhrase();
    };
  }

  private static String sentence(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "The page may have moved, or its address is not quite right.";
      case FORBIDDEN -> "The page may be too old. Load it again and repeat what you did.";
      case SERVICE_UNAVAILABLE ->
          "It is being brought back. Nothing that was saved is lost; drafts are kept in this browser.";
      case BAD_REQUEST, METHOD_NOT_ALLOWED -> "Go back and try again.";
      default ->
          status.is5xxServerError()
              ? "This is our mistake. What you had saved is safe; please try again."
              : "Go back and try again.";
    };
  }
}
