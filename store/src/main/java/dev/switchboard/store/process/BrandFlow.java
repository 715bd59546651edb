package dev.switchboard.store.process;

import dev.switchboard.engine.process.FlowKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On which version of a flow a brand's new cases begin.
 *
 * @param flow null, as the rest, if nobody has chosen one
 * @param chosenBy a person, or null if it was a program
 */
public record BrandFlow(
    String brand, @Nullable FlowKey flow, @Nullable String chosenBy, @Nullable Instant chosenAt) {}
