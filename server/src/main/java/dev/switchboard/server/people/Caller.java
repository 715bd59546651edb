package dev.switchboard.server.people;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks, as far as is known. */
public sealed interface Caller {
  /** What they may do. */
  Set<Permission> permissions();

  /** In whose name they act unless they say another; null if they have none of their own. */
  @Nullable String name();

  default boolean may(Permission permission) {
    return permissions().contains(permission);
  }

  /** Anyone on this machine, while there is no administrator. */
  record Open() implements Caller {
    @Override
    public Set<Permission> permissions() {
      return Permissions.OF_AN_OPEN_SERVER;
    }

    @Override
    public @Nullable String name() {
      return null;
    }
  }

  /** Somebody of whom nothing is known. */
  record Stranger() implements Caller {
    @Override
    public Set<Permission> permissions() {
      return Set.of();
    }

    @Override
    public @Nullable String name() {
      return null;
    }
  }

  /** A person who has signed in. */
  record Person(long session, int person, String name, Role role) implements Caller {
    @Override
    public Set<Permission> permissions() {
      return role.permissions();
    }
  }

  /** A program with a person's key: at most what that person may do now. */
  record Key(long key, int person, String name, Role role, Set<Permission> scopes)
      implements Caller {
    @Override
    public Set<Permission> permissions() {
      Set<Permission> both = EnumSet.noneOf(Permission.class);
      both.addAll(scopes);
      both.retainAll(role.permissions());
      return both;
    }
  }

  /** A script of whoever started the server, with the key of its environment. */
  record Script() implements Caller {
    @Override
    public Set<Permission> permissions() {
      return Permissions.ALL;
    }

    @Override
    public @Nullable String name() {
      return null;
    }
  }
}
