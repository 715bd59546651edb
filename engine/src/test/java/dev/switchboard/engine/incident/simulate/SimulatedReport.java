package dev.switchboard.engine.incident.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as it came in, from an author of its own; null is what it leaves out. */
public record SimulatedReport(
    double minute,
    List<String> words,
    @Nullable String region,
    @Nullable String version,
    @Nullable String product) {}
