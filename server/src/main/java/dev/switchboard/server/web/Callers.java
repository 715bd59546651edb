package dev.switchboard.server.web;

import dev.switchboard.server.people.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks, on the thread that answers. */
public final class Callers {
  private Callers() {}

  /** What Spring Security carries around; Switchboard's own permissions stand in the caller. */
  private static final class Asking extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    private final transient Caller caller;

    Asking(Caller caller) {
      super(List.of());
      this.caller = caller;
      setAuthenticated(!(caller instanceof Caller.Stranger));
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  static void set(Caller caller) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new Asking(caller));
    SecurityContextHolder.setContext(context);
  }

  /** A stranger, if nobody has been asked. */
  public static Caller current() {
    Authentication asking = SecurityContextHolder.getContext().getAuthentication();
    return asking != null && asking.getPrincipal() instanceof Caller caller
        ? caller
        : new Caller.Stranger();
  }
}
