package dev.switchboard.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * How each address begins and ends that a route's pattern matches. There are hundreds of routes,
 * and for an address with a number in it the framework tries the pattern of each, at each request;
 * this rules nearly all of them out by two comparisons.
 */
record FixedParts(String start, String end) {
  /**
   * Of a pattern such as {@code /cases/{id}/claim}: it begins with {@code /cases} and ends with
   * {@code /claim}.
   */
  static FixedParts of(String pattern) {
    int variable = firstVariable(pattern);
    if (variable < 0) {
      return new FixedParts(pattern, pattern);
    }
    // "/assets/**" is also "/assets".
    String start = pattern.substring(0, pattern.lastIndexOf('/', variable));
    String end =
        pattern.substring(Math.max(pattern.lastIndexOf('}'), pattern.lastIndexOf('*')) + 1);
    return new FixedParts(start, end);
  }

  private static int firstVariable(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("{*?".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** False only if the pattern can't match. */
  boolean mayBe(HttpServletRequest request) {
    // What the framework matches: that of an error's page, once a request was sent on to it.
    return mayBe(
        ServletRequestPathUtils.hasParsedRequestPath(request)
            ? ServletRequestPathUtils.getParsedRequestPath(request).value()
            : request.getRequestURI());
  }

  /**
   * The same.
   *
   * @param path as it was sent; one with escapes or parameters may be any
   */
  boolean mayBe(String path) {
    return path.endsWith(end) && path.startsWith(start)
        || path.indexOf('%') >= 0
        || path.indexOf(';') >= 0;
  }
}
