package dev.switchboard.server.web;

import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Gate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, from a key or a session's cookie. */
final class WhoAsks extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  /** Our pages say with this that nobody has done anything. */
  private static final String BY_ITSELF = "X-By-Itself";

  /** What no person asks for; a stream can't say so by a header. */
  private static final List<RequestMatcher> ALONE =
      Stream.of("/console/live", "/console/here", "/**/heartbeat")
          .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
          .toList();

  /** The same for everybody, and needed above all when the database is away. */
  private static final List<RequestMatcher> OF_NOBODY =
      Stream.of("/health", "/ready", "/openapi.json", "/assets/**")
          .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
          .toList();

  private final Gate gate;

  WhoAsks(Gate gate) {
    this.gate = gate;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (OF_NOBODY.stream().anyMatch(path -> path.matches(request))) {
      Callers.set(new Caller.Stranger());
      chain.doFilter(request, response);
      return;
    }
    Caller caller;
    try {
      caller = gate.who(key(request), SessionCookie.find(request), isByPerson(request));
    } catch (RuntimeException e) {
      if (!DatabaseAway.is(e)) {
        throw e;
      }
      if (!(Access.find(request).orElse(null) instanceof Need.Public)) {
        away(request, response);
        return;
      }
      caller = new Caller.Stranger();
    }
    Callers.set(caller);
    chain.doFilter(request, response);
  }

  private static @Nullable String key(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length())
        : null;
  }

  /** A page that is open asks again and again by itself: that keeps no session alive. */
  private static boolean isByPerson(HttpServletRequest request) {
    return request.getHeader(BY_ITSELF) == null
        && ALONE.stream().noneMatch(path -> path.matches(request));
  }

  private static void away(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Retry-After", "1");
    if (Denials.isProgram(request)) {
      PlainProblem.write(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "try-later",
          "The database is away; try again.");
    } else {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
