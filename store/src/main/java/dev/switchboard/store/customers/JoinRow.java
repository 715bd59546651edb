package dev.switchboard.store.customers;

import java.time.Instant;

/** A join that stands: who said so, and when. */
public record JoinRow(long id, long author, long other, String by, Instant at) {}
