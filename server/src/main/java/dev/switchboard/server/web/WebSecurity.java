package dev.switchboard.server.web;

import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Gate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may ask for what: one filter finds out who asks, one table says what that takes. A page of
 * another site that runs in a browser here may do nothing.
 */
final class WebSecurity {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; font-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  private static final RequestMatcher API = PathPatternRequestMatcher.pathPattern("/api/**");

  private WebSecurity() {}

  static void register(GenericApplicationContext beans, WebConfig config) {
    beans.registerBean(
        SecurityFilterChain.class, () -> chain(beans.getBean(HttpSecurity.class), config.gate()));
    beans.registerBean(
        "localOnly",
        FilterRegistrationBean.class,
        () -> {
          FilterRegistrationBean<Filter> first =
              new FilterRegistrationBean<>(new LocalOnlyFilter(config));
          first.setOrder(Ordered.HIGHEST_PRECEDENCE);
          return first;
        });
  }

  /** An open server has what it has; a closed one only what stands in the table. */
  private static AuthorizationDecision decide(Gate gate, HttpServletRequest request) {
    Caller caller = Callers.current();
    boolean granted =
        Access.find(request).map(need -> need.isMetBy(caller)).orElseGet(() -> !gate.isClosed());
    return new AuthorizationDecision(granted);
  }

  private static boolean isCallWithoutCookie(HttpServletRequest request) {
    return API.matches(request) && !(Callers.current() instanceof Caller.Person);
  }

  private static SecurityFilterChain chain(HttpSecurity http, Gate gate) {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    try {
      return http.authorizeHttpRequests(
              requests ->
                  requests
                      // What was refused is shown by a page of its own.
                      .dispatcherTypeMatchers(DispatcherType.ERROR)
                      .permitAll()
                      .anyRequest()
                      .access((_, context) -> decide(gate, context.getRequest())))
          .addFilterBefore(new WhoAsks(gate), CsrfFilter.class)
          .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(new Denials()))
          .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .csrf(
              csrf ->
                  csrf.csrfTokenRepository(tokens)
                      .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                      // A new token at each request would spoil the forms of all open pages;
                      // signing in and out give a new one.
                      .sessionAuthenticationStrategy((_, _, _) -> {})
                      // Without a session's cookie, the API has nothing to forge with.
                      .ignoringRequestMatchers(WebSecurity::isCallWithoutCookie))
          .headers(
              headers ->
                  headers
                      .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                      // With no-referrer, browsers send our own forms with "Origin: null".
                      .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
          .logout(logout -> logout.disable())
          .requestCache(cache -> cache.disable())
          .anonymous(anonymous -> anonymous.disable())
          .build();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
