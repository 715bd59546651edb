package dev.switchboard.server.web;

import dev.switchboard.server.people.Gate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that a page of another site makes through a browser here (a foreign Host means a
 * name that was pointed here; a foreign origin means a forged request), and calls of an open
 * server's API without the key, if one is set.
 */
final class LocalOnlyFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  /**
   * Reads a path as the controllers' mappings do. Looking at the request line instead would let
   * {@code /%61pi/} in without the key.
   */
  private static final RequestMatcher API =
      PathPatternRequestMatcher.withDefaults().matcher("/api/**");

  private final Listening listening;
  private final Gate gate;
  private final byte @Nullable [] key;

  LocalOnlyFilter(WebConfig config) {
    this.listening = config.listening();
    this.gate = config.gate();
    this.key = config.apiKey() == null ? null : config.apiKey().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!listening.isOurs(request.getServerName())) {
      refuse(
          response,
          listening.hosts().isEmpty()
              ? "This server is for this machine only; ask for it as localhost."
              : "This server does not go by that name; see hosts in its configuration.");
    } else if (!listening.behindProxy() && request.getHeader("X-Forwarded-For") != null) {
      // Else whoever puts a proxy before an open server would open it to the world.
      refuse(response, "A proxy must be configured: behindProxy = yes, and its names as hosts.");
    } else if (isForeign(request)) {
      refuse(response, "Pages of other sites may not call this server.");
    } else if (API.matches(request) && !gate.isClosed() && !hasKey(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      PlainProblem.write(
          response,
          HttpStatus.UNAUTHORIZED,
          "no-key",
          "Send the key: Authorization: Bearer <SWITCHBOARD_API_KEY>.");
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return true;
  }

  private boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String mode = request.getHeader("Sec-Fetch-Mode");
    // Another port of this machine is the same site, but not our page.
    if ("cross-site".equals(site) || "same-site".equals(site)) {
      // A link that a person follows is no forgery; anything else is.
      return !("GET".equals(request.getMethod()) && "navigate".equals(mode));
    }
    String origin = request.getHeader("Origin");
    return origin != null && !isOurs(origin, request);
  }

  private boolean isOurs(String origin, HttpServletRequest request) {
    try {
      URI uri = URI.create(origin);
      return request.getScheme().equals(uri.getScheme())
          && listening.isOurs(uri.getHost())
          && port(uri) == request.getServerPort();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** A browser leaves out the usual port. */
  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
  }

  private boolean hasKey(HttpServletRequest request) {
    if (key == null) {
      return true;
    }
    String header = request.getHeader("Authorization");
    return header != null
        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(
            key, header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
  }

  private static void refuse(HttpServletResponse response, String detail) throws IOException {
    PlainProblem.write(response, HttpStatus.FORBIDDEN, "not-local", detail);
  }
}
