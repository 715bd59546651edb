package dev.switchboard.server.web;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may ask for what. There is no sign-in yet, so the server is for this machine only, and must
 * not be usable by a page of another site that runs in a browser here.
 */
final class WebSecurity {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; "
          + "media-src https:; connect-src 'self'; font-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  private WebSecurity() {}

  static void register(GenericApplicationContext beans, WebConfig config) {
    beans.registerBean(SecurityFilterChain.class, () -> chain(beans.getBean(HttpSecurity.class)));
    beans.registerBean(
        "localOnly",
        FilterRegistrationBean.class,
        () -> {
          FilterRegistrationBean<Filter> first =
              new FilterRegistrationBean<>(new LocalOnlyFilter(config.apiKey()));
          first.setOrder(Ordered.HIGHEST_PRECEDENCE);
          return first;
        });
  }

  private static SecurityFilterChain chain(HttpSecurity http) {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    try {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .csrf(
              csrf ->
                  csrf.csrfTokenRepository(tokens)
                      .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                      // The API takes no cookies, so there is nothing to forge with.
                      .ignoringRequestMatchers("/api/**"))
          .headers(
              headers ->
                  headers
                      .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                      // Not "no-referrer": forms would then come with "Origin: null".
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
