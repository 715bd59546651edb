package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.web.Callers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the console's controllers share: who asks, and where styles and scripts are. */
final class ConsoleWeb implements WebMvcConfigurer {
  private static final String ATTRIBUTE = Agent.class.getName();
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Assets assets;

  ConsoleWeb(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(assets.folder() + "/lib/**")
        .addResourceLocations(assets.library())
        .setCacheControl(FOR_EVER);
    registry
        .addResourceHandler(assets.folder() + "/**")
        .addResourceLocations(Assets.FILES)
        .setCacheControl(FOR_EVER);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new Introduction())
        .addPathPatterns(
            "/",
            "/next",
            "/cases/**",
            "/exceptions/**",
            "/triage/**",
            "/incidents/**",
            "/floor",
            "/console/**",
            "/people/**",
            "/teams/**",
            "/keys/**",
            "/brands",
            "/flows/**",
            "/account/**",
            "/import");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new WhoAsks());
    resolvers.add(new WhichList());
  }

  /** Whoever has no name yet is asked for one first. */
  private static final class Introduction implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      // Whoever has signed in has a name; a stranger does not come this far.
      Optional<Agent> agent =
          Optional.ofNullable(Callers.current().name())
              .map(Agent::new)
              .or(() -> AgentCookie.find(request));
      if (agent.isPresent()) {
        request.setAttribute(ATTRIBUTE, agent.get());
        return true;
      }
      if (request.getHeader("HX-Request") != null
          || request.getRequestURI().startsWith("/console/")) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("HX-Redirect", "/welcome");
        return false;
      }
      String query = request.getQueryString();
      String to = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location", "/welcome?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
      return false;
    }
  }

  private static final class WhoAsks implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Agent.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return Objects.requireNonNull(
          request.getAttribute(ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST),
          "a page that asks for the agent must be named in addInterceptors");
    }
  }

  /** The list that a page shows, or that is beside it, from the address. */
  private static final class WhichList implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Scope.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return Scope.of(
          request.getParameter("state"),
          request.getParameter("brand"),
          request.getParameter("q"),
          request.getParameter("waitingOn"));
    }
  }
}
