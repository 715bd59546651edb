package dev.switchboard.store.people;

import org.jspecify.annotations.Nullable;

/**
 * A one-time link that still works.
 *
 * @param account whose password it lets choose; null for the first administrator's
 */
public record LinkRow(@Nullable Account account) {}
