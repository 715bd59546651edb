package dev.switchboard.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The framework's look-up of what answers a request, without trying all patterns there are. */
final class Routes extends RequestMappingHandlerMapping {
  private final Map<RequestMappingInfo, List<FixedParts>> parts = new ConcurrentHashMap<>();

  static WebMvcRegistrations registrations() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Routes();
      }
    };
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    for (FixedParts pattern : parts.computeIfAbsent(route, Routes::partsOf)) {
      if (pattern.mayBe(request)) {
        return super.getMatchingMapping(route, request);
      }
    }
    return null;
  }

  private static List<FixedParts> partsOf(RequestMappingInfo route) {
    return route.getPatternValues().stream().map(FixedParts::of).toList();
  }
}
