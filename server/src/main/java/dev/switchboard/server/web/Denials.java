package dev.switchboard.server.web;

import dev.switchboard.server.people.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What is answered when somebody may not: to programs a problem, to people a page. */
public final class Denials implements AccessDeniedHandler {
  /** The attribute of a request that says in a sentence why it is refused. */
  public static final String SENTENCE = Denials.class.getName();

  private static final RequestMatcher API = PathPatternRequestMatcher.pathPattern("/api/**");
  private static final String NO_ADMINISTRATOR =
      "There is no administrator yet. Use the link that the server printed when it started.";

  /** A longer address is not come back to: it would not fit into the head of the answer. */
  private static final int MAX_BACK_CHARS = 1_000;

  static boolean isProgram(HttpServletRequest request) {
    return API.matches(request) || request.getServletPath().equals("/metrics");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    Caller caller = Callers.current();
    if (denied instanceof CsrfException) {
      forbidden(request, response, "no-form-token", null);
    } else if (caller instanceof Caller.Stranger) {
      signInFirst(request, response);
    } else if (Access.find(request).isEmpty()) {
      missing(request, response);
    } else if (caller instanceof Caller.Open) {
      forbidden(request, response, "no-administrator", NO_ADMINISTRATOR);
    } else {
      forbidden(request, response, "not-allowed", sentence(caller, request));
    }
  }

  private static String sentence(Caller caller, HttpServletRequest request) {
    boolean own = Access.find(request).orElseThrow() instanceof Need.SignedIn;
    return switch (caller) {
      case Caller.Key _ when own -> "This is for people who have signed in, not for keys.";
      case Caller.Script _ when own -> "This is for people who have signed in, not for keys.";
      case Caller.Key key -> "The key of %s may not do this.".formatted(safe(key.name()));
      case Caller.Person person ->
          "Your role, %s, may not do this."
              .formatted(person.role().label().toLowerCase(Locale.ROOT));
      case Caller.Script _, Caller.Open _, Caller.Stranger _ -> "You may not do this.";
    };
  }

  /** Without what JSON would need escaped. */
  private static String safe(String name) {
    return name.replaceAll("[\"\\\\\\p{Cntrl}]", "");
  }

  private static void signInFirst(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isProgram(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      PlainProblem.write(
          response,
          HttpStatus.UNAUTHORIZED,
          "no-key",
          "Send a key: Authorization: Bearer sb_...; or sign in first.");
    } else if (request.getHeader("HX-Request") != null
        || request.getRequestURI().startsWith("/console/")) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("HX-Redirect", "/sign-in");
    } else {
      String query = request.getQueryString();
      String to = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      boolean back =
          request.getMethod().equals("GET") && !to.equals("/") && to.length() <= MAX_BACK_CHARS;
      response.setHeader(
          "Location",
          back ? "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8) : "/sign-in");
    }
  }

  private static void missing(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isProgram(request)) {
      PlainProblem.write(
          response, HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void forbidden(
      HttpServletRequest request,
      HttpServletResponse response,
      String type,
      @Nullable String sentence)
      throws IOException {
    response.setHeader("X-Refusal", type);
    if (isProgram(request)) {
      PlainProblem.write(
          response,
          HttpStatus.FORBIDDEN,
          type,
          sentence == null
              ? "A call with a session's cookie needs the form token: X-XSRF-TOKEN."
              : sentence);
    } else {
      if (sentence != null) {
        request.setAttribute(SENTENCE, sentence);
      }
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
