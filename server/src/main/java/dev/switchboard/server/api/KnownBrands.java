package dev.switchboard.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever asks for what a brand has is told if there is no such brand: nothing would look like
 * calm. So it is for all that is read by {@code brand=}, but the stream of events, on which one may
 * wait for a brand's first post. Any thread.
 */
public final class KnownBrands implements WebMvcConfigurer, HandlerInterceptor {
  private final Supplier<List<String>> brands;

  /** Brands stay; one that is not here may have come since. */
  private volatile Set<String> known = Set.of();

  public KnownBrands(Supplier<List<String>> brands) {
    this.brands = brands;
  }

  /** Somebody asks for a brand that there is not. */
  static final class NoSuchBrand extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NoSuchBrand(String brand) {
      super("There is no brand \"%s\".".formatted(brand));
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/api/v1/**")
        .excludePathPatterns("/api/v1/events");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!request.getMethod().equals(HttpMethod.POST.name())) {
      String brand = request.getParameter("brand");
      if (brand != null && !known.contains(brand)) {
        look(brand);
      }
    }
    return true;
  }

  private void look(String brand) {
    Set<String> now = Set.copyOf(brands.get());
    known = now;
    if (!now.contains(brand)) {
      throw new NoSuchBrand(brand);
    }
  }
}
