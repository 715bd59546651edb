package dev.switchboard.server.people;

import dev.switchboard.engine.people.Permission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of permissions that are needed often. */
final class Permissions {
  static final Set<Permission> ALL = Collections.unmodifiableSet(EnumSet.allOf(Permission.class));

  private Permissions() {}
}
