package dev.switchboard.server.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** The web server. Its controllers are built elsewhere and handed over; nothing is scanned for. */
public final class WebServer implements AutoCloseable {
  private final ServletWebServerApplicationContext context;

  private WebServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /** No component scan: whatever is not named here or handed over is not there. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName =
          "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration")
  static class Application {}

  /**
   * Starts the server with these controllers and other parts of the web layer.
   *
   * @throws IllegalArgumentException with a sentence, if the port is taken
   */
  public static WebServer start(WebConfig config, List<Object> parts) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(properties(config));
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(WebConfig.class, () -> config);
          WebSecurity.register(beans, config);
          register(beans, new SmallBuffers());
          beans.registerBean(WebMvcRegistrations.class, Routes::registrations);
          // Requests are timed; each filter of the sign-in, one by one, would cost as much again.
          register(beans, SecurityObservationSettings.noObservations());
          for (Object part : parts) {
            register(beans, part);
          }
        });
    try {
      return new WebServer((ServletWebServerApplicationContext) application.run());
    } catch (RuntimeException e) {
      if (e instanceof PortInUseException || e.getCause() instanceof PortInUseException) {
        throw new IllegalArgumentException(
            "Port %d is taken; stop what uses it, or choose another with --port."
                .formatted(config.port()),
            e);
      }
      throw e;
    }
  }

  public int port() {
    return Objects.requireNonNull(context.getWebServer()).getPort();
  }

  @SuppressWarnings("unchecked")
  private static <T> void register(GenericApplicationContext beans, T part) {
    Class<T> type = (Class<T>) part.getClass();
    beans.registerBean(type.getName(), type, () -> part);
  }

  private static Map<String, Object> properties(WebConfig config) {
    Map<String, Object> all = new HashMap<>(usual());
    Listening listening = config.listening();
    all.put("server.port", config.port());
    all.put("server.address", listening.address());
    if (listening.certificate() != null && listening.privateKey() != null) {
      all.put("server.ssl.certificate", listening.certificate().toUri().toString());
      all.put("server.ssl.certificate-private-key", listening.privateKey().toUri().toString());
      all.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
    }
    if (listening.behindProxy()) {
      // Believed from the proxy only: anybody else's own header says nothing.
      all.put("server.forward-headers-strategy", "native");
      all.put("server.tomcat.remoteip.internal-proxies", String.join(",", listening.proxies()));
    }
    return all;
  }

  private static Map<String, Object> usual() {
    return Map.ofEntries(
        Map.entry("server.shutdown", "graceful"),
        Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
        Map.entry("server.tomcat.max-connections", 20_000),
        Map.entry("server.tomcat.connection-timeout", "30s"),
        // Feeds keep their connection; 100 requests, the default, would make them begin anew.
        Map.entry("server.tomcat.max-keep-alive-requests", -1),
        // A body that is refused for its size is still read, or its sender would not hear why.
        Map.entry("server.tomcat.max-swallow-size", "64MB"),
        Map.entry("server.error.include-message", "never"),
        Map.entry("spring.threads.virtual.enabled", true),
        Map.entry("spring.main.banner-mode", "off"),
        // Styles and scripts have addresses of their own; nothing else is a file.
        Map.entry("spring.web.resources.add-mappings", false),
        Map.entry("spring.mvc.problemdetails.enabled", true),
        // Nobody sends forms with files; reading them would come before asking who sends.
        Map.entry("spring.servlet.multipart.enabled", false),
        // There are more routes than the hundred that are counted by default.
        Map.entry("management.metrics.web.server.max-uri-tags", 500),
        Map.entry("spring.jmx.enabled", false),
        Map.entry("logging.config", "classpath:logback.xml"),
        Map.entry("management.endpoints.web.exposure.include", ""));
  }

  @Override
  public void close() {
    context.close();
  }
}
