package dev.switchboard.server.people;

import dev.switchboard.engine.people.Permission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of permissions that are needed often. */
final class Permissions {
  static final Set<Permission> ALL = Collections.unmodifiableSet(EnumSet.allOf(Permission.class));

  /** Without what only an administrator could take back. */
  static final Set<Permission> OF_AN_OPEN_SERVER =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(Permission.MANAGE_PEOPLE, Permission.MANAGE_KEYS)));

  private Permissions() {}
}
