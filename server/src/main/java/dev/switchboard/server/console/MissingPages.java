package dev.switchboard.server.console;

import dev.switchboard.server.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Addresses that nobody answers: a page for browsers, a problem for programs. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingPages {
  private final ErrorPages pages;

  MissingPages(ErrorPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<?> missing(NoHandlerFoundException e, HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html")
        ? pages.page(HttpStatus.NOT_FOUND, null)
        : Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
  }
}
