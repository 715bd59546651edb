package dev.switchboard.engine.people;

import org.jspecify.annotations.Nullable;

/**
 * A case that somebody would take.
 *
 * @param topic what it is about, as triage or a person has said; null if nobody has
 */
public record Wanted(String brand, CaseWeights.Kind kind, @Nullable String topic) {}
