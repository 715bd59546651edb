package dev.switchboard.engine.customer;

import java.time.Instant;

/**
 * Nobody wants to hear from an author: their posts are stored and shown, but open no case.
 *
 * @param by who said so
 * @param since posts that come from then on are not heard
 * @param spam whether they are no customer at all
 */
public record Muted(String by, Instant since, boolean spam) {}
