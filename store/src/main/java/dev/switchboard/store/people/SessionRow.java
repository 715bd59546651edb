package dev.switchboard.store.people;

import dev.switchboard.engine.people.Role;
import java.time.Instant;

/** An open session, with its person as they are now. */
public record SessionRow(
    long id, int person, String name, Role role, Instant createdAt, Instant seenAt) {}
